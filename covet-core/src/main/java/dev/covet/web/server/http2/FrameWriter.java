package dev.covet.web.server.http2;

import dev.covet.web.server.carrier.Taken;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http2.DefaultHttp2HeadersEncoder;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import java.nio.charset.StandardCharsets;

/** Writes the frames of one connection, without a flush. Used on its loop alone. */
final class FrameWriter {
  // A type of frame stands before its flags.
  private static final int DATA = 0;
  private static final int HEADERS = 1 << 8;
  private static final int RST_STREAM = 3 << 8;
  private static final int SETTINGS = 4 << 8;
  private static final int PING = 6 << 8;
  private static final int GOAWAY = 7 << 8;
  private static final int WINDOW_UPDATE = 8 << 8;
  private static final int CONTINUATION = 9 << 8;
  private static final int END_STREAM = 1;
  private static final int ACK = 1;
  private static final int END_HEADERS = 4;

  /** What HPACK makes of a usual head, in bytes. */
  private static final int HEAD_BYTES_HINT = 256;

  /** The most that a client's table of fields may hold, whatever it offers. */
  private static final long TABLE_BYTES_MAX = 4_096;

  private final Channel channel;
  private final DefaultHttp2HeadersEncoder encoder =
      new DefaultHttp2HeadersEncoder(ResponseFields::isNeverIndexed, true);

  /** The client's table of fields, and the least that it was since the last head. */
  private long tableBytes = TABLE_BYTES_MAX;

  private long leastTableBytes = TABLE_BYTES_MAX;
  private int controlsQueued;
  private long dataFrames;
  private long writes;
  private long bytes;

  FrameWriter(Channel channel) {
    this.channel = channel;
  }

  /** How many frames that carry no answer wait for the client. */
  int controlsQueued() {
    return controlsQueued;
  }

  /** How many frames of bodies were written. */
  long dataFrames() {
    return dataFrames;
  }

  /** Whether anything waits for the client. */
  boolean waits() {
    return Taken.of(channel, writes).waits();
  }

  /** How many buffers were given to the socket. */
  long writes() {
    return writes;
  }

  /** How many bytes were given to the socket. */
  long bytes() {
    return bytes;
  }

  /** The client's table of fields holds so much; the next head says so (RFC 7541, 4.2). */
  void table(long bytesMax) {
    tableBytes = Math.min(bytesMax, TABLE_BYTES_MAX);
    leastTableBytes = Math.min(leastTableBytes, tableBytes);
  }

  /** Netty 4.2.18, unlike 4.2.20, would write each change into the next head, however many came. */
  private void setTable() throws Http2Exception {
    if (leastTableBytes < encoder.maxHeaderTableSize()) encoder.maxHeaderTableSize(leastTableBytes);
    if (tableBytes != encoder.maxHeaderTableSize()) encoder.maxHeaderTableSize(tableBytes);
    leastTableBytes = tableBytes;
  }

  /** Writes settings: identifiers and values in turn. */
  void settings(int... pairs) {
    var frame = frame(SETTINGS, 0, pairs.length * 3);
    for (var i = 0; i < pairs.length; i += 2) {
      frame.writeShort(pairs[i]).writeInt(pairs[i + 1]);
    }
    control(frame);
  }

  void settled() {
    control(frame(SETTINGS | ACK, 0, 0));
  }

  void pong(long data) {
    control(frame(PING | ACK, 0, Long.BYTES).writeLong(data));
  }

  void window(int stream, int more) {
    control(frame(WINDOW_UPDATE, stream, Integer.BYTES).writeInt(more));
  }

  void reset(int stream, Http2Error error) {
    control(frame(RST_STREAM, stream, Integer.BYTES).writeInt((int) error.code()));
  }

  /** Says up to which stream requests are taken, and why no further ones are (RFC 9113, 6.8). */
  void goAway(int lastStream, Http2Error error, String text) {
    var why = text.getBytes(StandardCharsets.US_ASCII);
    var frame = frame(GOAWAY, 0, 2 * Integer.BYTES + why.length);
    control(frame.writeInt(lastStream).writeInt((int) error.code()).writeBytes(why));
  }

  private ByteBuf frame(int kind, int stream, int length) {
    return begin(channel.alloc().ioBuffer(FrameReader.HEAD_BYTES + length), kind, stream, length);
  }

  private static ByteBuf begin(ByteBuf frame, int kind, int stream, int length) {
    return frame.writeMedium(length).writeShort(kind).writeInt(stream);
  }

  private void control(ByteBuf frame) {
    controlsQueued++;
    var _ = write(frame, channel.newPromise()).addListener(_ -> controlsQueued--);
  }

  private ChannelFuture write(ByteBuf frame, ChannelPromise promise) {
    writes++;
    bytes += frame.readableBytes();
    return channel.write(frame, promise);
  }

  /** Writes a head, whose body comes later or not at all. */
  void head(int stream, Http2Headers fields, boolean last) {
    var _ = write(headers(stream, fields, last, 0), channel.voidPromise());
  }

  /** Writes a head and all of its body, which is at most a frame long, in one buffer. */
  void whole(int stream, Http2Headers fields, byte[] body) {
    var frames = headers(stream, fields, false, FrameReader.HEAD_BYTES + body.length);
    dataFrames++;
    var all = begin(frames, DATA | END_STREAM, stream, body.length).writeBytes(body);
    var _ = write(all, channel.voidPromise());
  }

  private ByteBuf headers(int stream, Http2Headers fields, boolean last, int more) {
    var out = channel.alloc().ioBuffer(FrameReader.HEAD_BYTES + HEAD_BYTES_HINT + more);
    try {
      setTable();
      out.writeZero(FrameReader.HEAD_BYTES);
      encoder.encodeHeaders(stream, fields, out);
    } catch (Http2Exception e) {
      out.release();
      throw new IllegalStateException(e);
    }
    var length = out.readableBytes() - FrameReader.HEAD_BYTES;
    var flags = last ? END_STREAM : 0;
    if (length > FrameReader.FRAME_BYTES_MAX) return split(stream, out, flags);
    var end = out.writerIndex();
    begin(out.writerIndex(0), HEADERS | flags | END_HEADERS, stream, length);
    return out.writerIndex(end);
  }

  /** A header block that is longer than a frame goes on in others (RFC 9113, 6.10). */
  private ByteBuf split(int stream, ByteBuf block, int flags) {
    block.skipBytes(FrameReader.HEAD_BYTES);
    var out = channel.alloc().ioBuffer(2 * block.readableBytes());
    var kind = HEADERS | flags;
    while (block.isReadable()) {
      var count = Math.min(block.readableBytes(), FrameReader.FRAME_BYTES_MAX);
      var ends = count == block.readableBytes() ? END_HEADERS : 0;
      begin(out, kind | ends, stream, count).writeBytes(block, count);
      kind = CONTINUATION;
    }
    block.release();
    return out;
  }

  /** Writes a frame of a body; its bytes are not copied. */
  ChannelFuture data(int stream, ByteBuf body, boolean last) {
    dataFrames++;
    var head = frame(DATA | (last ? END_STREAM : 0), stream, 0);
    head.setMedium(0, body.readableBytes());
    if (!body.isReadable()) return write(head, channel.newPromise());
    var _ = write(head, channel.voidPromise());
    return write(body, channel.newPromise());
  }

  /** Ends a body behind what was written of it. */
  void end(int stream) {
    var _ = data(stream, Unpooled.EMPTY_BUFFER, true);
  }

  /** Calls back once all that was written before has left, or cannot. */
  void behind(Runnable done) {
    var _ = channel.write(Unpooled.EMPTY_BUFFER, channel.newPromise()).addListener(_ -> done.run());
    channel.flush();
  }
}
