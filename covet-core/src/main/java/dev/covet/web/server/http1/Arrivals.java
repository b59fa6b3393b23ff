package dev.covet.web.server.http1;

import io.netty.channel.EventLoop;

/**
 * When a client's bytes came, and so whether the end of what it sends comes together with them: one
 * that only closes its half waits for its answers. Used on the loop of its connection alone.
 */
final class Arrivals {
  /** Bytes read ahead while nothing may be decoded; beyond this the socket is not read. */
  private static final int READ_AHEAD_BYTES_MAX = 16_384;

  private final LoopBeat beat;
  private int lastBeat;
  private int held;

  Arrivals(LoopBeat beat) {
    this.beat = beat;
  }

  /** Whether more may be read, with so many bytes held that are not decoded yet. */
  static boolean hasRoom(int held) {
    return held < READ_AHEAD_BYTES_MAX;
  }

  /** What was read was dealt with; so many bytes are held now. */
  void dealtWith(boolean bytesCame, int nowHeld) {
    if (bytesCame || held != nowHeld) asked();
    held = nowHeld;
  }

  /** Bytes came, or are asked for again. */
  void asked() {
    lastBeat = beat.count();
  }

  /** An end would be asked about from now on. */
  void watch(EventLoop loop) {
    beat.goOn(loop);
  }

  /**
   * Whether an end that is seen now came alone. It did not if bytes came with it that nothing has
   * looked at yet, or if so many are in line that their sender waits for answers: some transports
   * read on when an end is near.
   */
  boolean isAlone(int nowHeld) {
    return held == nowHeld && hasRoom(nowHeld) && beat.isLaterThan(lastBeat);
  }
}
