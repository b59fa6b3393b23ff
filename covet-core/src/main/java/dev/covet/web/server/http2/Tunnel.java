package dev.covet.web.server.http2;

import dev.covet.web.message.BodiesTooLarge;
import dev.covet.web.server.carrier.Carrier;
import dev.covet.web.server.carrier.Connection;
import dev.covet.web.server.carrier.Exchange;
import dev.covet.web.server.carrier.ServedSocket;
import dev.covet.web.server.websocket.SocketCarrier;
import dev.covet.web.server.websocket.WebSocketSession;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.Http2Error;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What an extended CONNECT makes of a stream: the bytes of a WebSocket, both ways, each with the
 * flow control of the stream (RFC 8441, 5; RFC 9113, 8.5). Used on its loop alone, but for {@link
 * #isOpen}.
 */
final class Tunnel implements SocketCarrier, Carrier.BlockSource {
  private final Http2Session session;
  private final Http2Stream stream;
  private final int bytesMax;

  /** What came before the answer: within the window of the stream, and the budget of bodies. */
  private final ByteBuf early = Unpooled.buffer(0);

  /** Blocks that are to leave, and those that do. */
  private final ArrayDeque<Block> waiting = new ArrayDeque<>(0);

  private final ArrayDeque<Block> leaving = new ArrayDeque<>(0);

  /** How many bytes those have together. */
  private int bytes;

  private volatile @Nullable WebSocketSession socket;

  Tunnel(Http2Session session, Http2Stream stream) {
    this.session = session;
    this.stream = stream;
    this.bytesMax = connection().server().limits().body().writeBufferBytesMax();
  }

  /**
   * Bytes on their way.
   *
   * @param taken what is done when the client has them, or never will
   */
  @SuppressWarnings("ArrayRecordComponent") // it is never compared
  private record Block(byte[] bytes, Runnable taken) {}

  /** Whether its client was told that it is open; from any thread. */
  boolean isOpen() {
    return socket != null;
  }

  /** Its client was told that it is open. */
  void open(Exchange exchange, ServedSocket served) {
    var opened = new WebSocketSession(this, exchange, served);
    socket = opened;
    opened.begin();
    exchange.body().release(early.readableBytes());
    if (early.isReadable()) opened.came(early);
    early.clear().capacity(0);
    if (stream.isOpen() && stream.input().ended()) opened.inputEnded();
  }

  /** Bytes came, for a request that is at work; false if the server holds too many already. */
  boolean came(Exchange now, ByteBuf in) {
    if (socket != null) {
      tell(open -> open.came(in));
      return true;
    }
    try {
      now.body().keep(in.readableBytes());
    } catch (BodiesTooLarge _) {
      return false;
    }
    early.writeBytes(in);
    return true;
  }

  /** The client sends nothing more. */
  void inputEnded() {
    tell(WebSocketSession::inputEnded);
  }

  /** The stream is closed. */
  void gone() {
    tell(WebSocketSession::gone);
  }

  void checkTime(long now) {
    tell(open -> open.checkTime(now));
  }

  private void tell(Consumer<WebSocketSession> what) {
    var open = socket;
    if (open != null) guarded(() -> what.accept(open)).run();
  }

  /** The task, whose failure ends this stream and no other: what ends a socket is users' code. */
  Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (Throwable failure) {
        connection().server().broken(failure);
        reset();
      }
    };
  }

  /** How many bytes have come, but were not taken yet. */
  int held() {
    var open = socket;
    return open == null ? early.readableBytes() : open.waiting();
  }

  /** Whether something waits that the client has not taken yet. */
  boolean leaves() {
    var open = socket;
    return open != null && open.leaves();
  }

  // what its socket calls

  @Override
  public Connection connection() {
    return session.connection();
  }

  @Override
  public boolean isWritable() {
    return bytes < bytesMax && stream.isOpen();
  }

  @Override
  public void write(byte[] head, int headBytes, byte[] payload, Runnable taken) {
    var isCopied = payload.length <= COPIED_BYTES_MAX;
    var first = new byte[headBytes + (isCopied ? payload.length : 0)];
    System.arraycopy(head, 0, first, 0, headBytes);
    if (isCopied) System.arraycopy(payload, 0, first, headBytes, payload.length);
    add(new Block(first, isCopied ? taken : () -> {}));
    if (!isCopied) add(new Block(payload, taken));
  }

  private void add(Block block) {
    if (stream.isOpen()) {
      bytes += block.bytes.length;
      waiting.add(block);
    } else {
      block.taken.run();
    }
  }

  @Override
  public void flush() {
    if (stream.isOpen()) session.outflow().queue(stream.output());
  }

  @Override
  public long progress() {
    return stream.output().left();
  }

  /** What was taken gives the window of the stream back, and what waits does not. */
  @Override
  public void reads(boolean more) {
    if (stream.isOpen()) session.giveBack(stream);
  }

  /** RFC 8441, 5: what a connection of its own would say by its end the stream says by its own. */
  @Override
  public void endOutput() {
    if (!stream.isOpen()) return;
    stream.output().end(StreamOutput.End.WHOLE);
    session.outflow().queue(stream.output());
  }

  @Override
  public void close() {
    endOutput();
    if (stream.isOpen()) session.reset(stream, Http2Error.NO_ERROR);
  }

  @Override
  public void reset() {
    if (stream.isOpen()) session.reset(stream, Http2Error.CANCEL);
  }

  @Override
  public void cutOff(String limit) {
    if (stream.isOpen()) session.cutOff(stream, limit, true);
  }

  // what its stream calls

  @Override
  public byte @Nullable [] poll() {
    var next = waiting.poll();
    if (next == null) return null;
    leaving.add(next);
    return next.bytes;
  }

  @Override
  public void taken(int count) {
    var done = leaving.poll();
    if (done == null) return; // it was given up meanwhile
    var wasFull = !isWritable();
    bytes -= count;
    done.taken.run();
    if (wasFull && isWritable()) tell(WebSocketSession::write);
  }

  @Override
  public void giveUp() {
    for (var each = next(); each != null; each = next()) each.taken.run();
    bytes = 0;
  }

  private @Nullable Block next() {
    var next = leaving.poll();
    return next == null ? waiting.poll() : next;
  }
}
