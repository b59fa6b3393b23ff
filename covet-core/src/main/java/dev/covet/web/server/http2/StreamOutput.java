package dev.covet.web.server.http2;

import dev.covet.web.server.carrier.Carrier;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/** What leaves on one stream: bytes that are there, or blocks. Used on its loop alone. */
final class StreamOutput {
  private static final byte[] NOTHING = {};

  private final int stream;

  /** What the client takes; settings may have made it less than nothing (RFC 9113, 6.9.2). */
  private long window;

  private byte[] bytes = NOTHING;
  private int at;
  private Carrier.@Nullable BlockSource source;
  private End end = End.OPEN;
  private boolean queued;
  private boolean open = true;

  /** Since when bytes wait for the client's window; 0 if none do. */
  private long blockedNanos;

  StreamOutput(int stream, long window) {
    this.stream = stream;
    this.window = window;
  }

  /** What comes behind the bytes. */
  enum End {
    /** More bytes. */
    OPEN,
    /** The end of the answer. */
    WHOLE,
    /** Nothing: it is broken off. */
    CUT
  }

  /** The number of its stream. */
  int stream() {
    return stream;
  }

  /** Whether anything may still leave. */
  boolean isOpen() {
    return open;
  }

  long window() {
    return window;
  }

  /** The client takes more, or less. */
  void moreWindow(long more) {
    window += more;
    if (window > 0) blockedNanos = 0;
  }

  /** A body that is there. */
  void body(byte[] whole) {
    bytes = whole;
    end = End.WHOLE;
  }

  /** A body that comes in blocks. */
  void body(Carrier.BlockSource blocks) {
    source = blocks;
  }

  Carrier.@Nullable BlockSource source() {
    return source;
  }

  /** Whether this is the body that is written now. */
  boolean isAt(Carrier.BlockSource body) {
    return body.equals(source) && end == End.OPEN;
  }

  void end(End how) {
    end = how;
  }

  End end() {
    return end;
  }

  /** Notes that it stands in line; false if it did. */
  boolean queue() {
    var first = !queued;
    queued = true;
    return first;
  }

  void unqueue() {
    queued = false;
  }

  /** Whether there are bytes; takes the next block if there is one. */
  boolean load() {
    if (at < bytes.length) return true;
    var blocks = source;
    var next = blocks == null ? null : blocks.poll();
    if (next == null) return false;
    bytes = next;
    at = 0;
    return true;
  }

  /** How many of the bytes that are there have not left. */
  int left() {
    return bytes.length - at;
  }

  /** The next bytes, without a copy. */
  ByteBuf take(int count) {
    var slice = Unpooled.wrappedBuffer(bytes, at, count);
    at += count;
    window -= count;
    blockedNanos = 0;
    return slice;
  }

  /** The length of the block that is written to its end; 0 if it is none. */
  int blockEnded() {
    return source != null && at == bytes.length ? bytes.length : 0;
  }

  /** Bytes wait for the client's window. */
  void blocked(long now) {
    if (blockedNanos == 0) blockedNanos = now | 1;
  }

  /** Whether bytes have waited so long for the client's window. */
  boolean isBlocked(long now, long nanos) {
    return blockedNanos != 0 && now - blockedNanos > nanos;
  }

  /** Whether all has left. */
  boolean isDone() {
    return end == End.WHOLE && source == null && left() == 0;
  }

  /** All has left, so that whoever wrote it is not told that its client is gone. */
  void done() {
    source = null;
    bytes = NOTHING;
    at = 0;
  }

  /** Nobody takes anything of it any more; how many bytes that were there will not leave. */
  int close() {
    open = false;
    var rest = source == null ? left() : 0;
    var blocks = source;
    if (blocks != null) blocks.giveUp();
    bytes = NOTHING;
    at = 0;
    return rest;
  }
}
