package dev.covet.web.server.http1;

import dev.covet.schema.BuiltInError;
import dev.covet.web.http.Refusal;
import dev.covet.web.server.carrier.ServerLimits;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Parses requests: Netty's codec, behind our own check of each head's bytes ({@link HeadScan}). It
 * stops decoding while the connection says so, so that at most one request at a time is taken from
 * the bytes that were read, and drops everything once a request was refused.
 */
final class RequestDecoder extends HttpRequestDecoder {
  private static final Refusal LONG_EXTENSIONS = Refusal.of(BuiltInError.CHUNK_EXTENSION_BYTES_MAX);

  private final HeadScan scan;
  private final Gate gate;

  private final ChunkLines chunks;
  private Asked asked = Asked.NOTHING;
  private boolean inMessage;

  /** Bytes that were dropped; -1 as long as they are taken. */
  private long dropped = -1;

  private long bytes;
  private int scanned;
  private boolean isHeldBack;
  private @Nullable ChannelHandlerContext context;

  /**
   * What is to be decoded.
   *
   * @param paused whether nothing is now
   * @param others is given what is no HTTP/1.1 from the first byte on; whether it takes it
   */
  record Gate(BooleanSupplier paused, Predicate<ByteBuf> others) {}

  RequestDecoder(HeadScan scan, ServerLimits limits, Gate gate) {
    super(
        new HttpDecoderConfig()
            .setMaxInitialLineLength(limits.head().requestLineBytesMax() + 2)
            .setMaxHeaderSize(
                limits.head().headersBytesMax() + limits.head().headersCountMax() * 2 + 2)
            .setStrictLineParsing(true)
            .setValidateHeaders(true));
    this.scan = scan;
    this.gate = gate;
    this.chunks = new ChunkLines(limits.body().chunkExtensionBytesMax());
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    context = ctx;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
    if (message instanceof ByteBuf read) bytes += read.readableBytes();
    isHeldBack = false;
    super.channelRead(ctx, message);
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
    if (isDropping()) {
      dropped += in.readableBytes();
      in.skipBytes(in.readableBytes());
    } else if (gate.paused.getAsBoolean()) {
      isHeldBack = true;
    } else if (inMessage || startsMessage(in, out)) {
      decodeChecked(ctx, in, out);
    }
  }

  /** What comes after HTTP/1.1 is read as that (RFC 9110, 2.5). */
  @Override
  protected HttpMessage createMessage(String[] requestLine) throws Exception {
    if (!requestLine[2].equals("HTTP/1.0")) requestLine[2] = "HTTP/1.1";
    return super.createMessage(requestLine);
  }

  /**
   * Only these two fields announce a body (RFC 9112, 6.3); Netty would have eight bytes follow the
   * keys of an old WebSocket, which nobody else does.
   */
  @Override
  protected boolean isContentAlwaysEmpty(HttpMessage message) {
    var headers = message.headers();
    return !headers.contains(HttpHeaderNames.CONTENT_LENGTH)
        && !headers.contains(HttpHeaderNames.TRANSFER_ENCODING);
  }

  private boolean startsMessage(ByteBuf in, List<Object> out) {
    if (in.readableBytes() == scanned) return false;
    scanned = in.readableBytes();
    return switch (scan.scan(in)) {
      case WHOLE -> true;
      case PARTIAL -> false;
      case REFUSED -> {
        if (bytes == in.readableBytes() && gate.others.test(in)) yield false;
        asked = scan.asked();
        refuse(in, out, scan.refusal());
        yield false;
      }
    };
  }

  private void decodeChecked(ChannelHandlerContext ctx, ByteBuf in, List<Object> out)
      throws Exception {
    var before = in.readableBytes();
    super.decode(ctx, in, out);
    var taken = before - in.readableBytes();
    var isLines = out.isEmpty() || out.getLast() instanceof LastHttpContent;
    if (isLines && chunks.folds(in, taken)) {
      refuseInstead(in, out, HeadScan.BAD_FIELD);
    } else if (!takes(in, taken, out)) {
      refuseInstead(in, out, LONG_EXTENSIONS);
    }
  }

  /** Takes note of what was decoded; false if there is too much in the extensions of its chunks. */
  private boolean takes(ByteBuf in, int taken, List<Object> out) {
    if (out.isEmpty()) return chunks.take(in, taken);
    if (out.getFirst() instanceof HttpMessage message) {
      scanned = 0;
      chunks.begin(message);
      inMessage = !(out.getLast() instanceof LastHttpContent);
    } else if (out.getLast() instanceof LastHttpContent) {
      inMessage = false;
      return chunks.take(in, taken);
    } else if (out.getFirst() instanceof HttpContent content) {
      return chunks.takeFraming(taken - content.content().readableBytes());
    }
    return true;
  }

  private void refuseInstead(ByteBuf in, List<Object> out, Refusal refusal) {
    out.forEach(ReferenceCountUtil::release);
    out.clear();
    refuse(in, out, refusal);
  }

  private void refuse(ByteBuf in, List<Object> out, Refusal refusal) {
    drop();
    in.skipBytes(in.readableBytes());
    out.add(refusal);
  }

  /** Content-Length beside Transfer-Encoding is how requests are smuggled (RFC 9112, 6.3). */
  @Override
  protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
    throw new IllegalArgumentException("Content-Length with Transfer-Encoding");
  }

  /** What is known of the request whose head was refused. */
  Asked asked() {
    return asked;
  }

  /** From now on bytes are counted and dropped; nothing is parsed as a request any more. */
  void drop() {
    dropped = Math.max(dropped, 0);
  }

  private boolean isDropping() {
    return dropped >= 0;
  }

  /** Bytes dropped so far. */
  long dropped() {
    return Math.max(dropped, 0);
  }

  /** Bytes that were read. */
  long bytes() {
    return bytes;
  }

  /** Bytes that were read but not decoded yet. */
  int held() {
    return actualReadableBytes();
  }

  /**
   * Whether there was more to decode when this last stopped, but nothing was to be: a handler that
   * reads makes room meanwhile, and then this goes on.
   */
  boolean isHeldBack() {
    return isHeldBack;
  }

  private byte firstHeld() {
    var in = internalBuffer();
    return in.getByte(in.readerIndex());
  }

  /** Whether part of a head has arrived, but not all of it; an empty line begins none. */
  boolean inHead() {
    var bytes = held();
    return !inMessage && !isDropping() && bytes > 0 && (bytes > 2 || firstHeld() != '\r');
  }

  /** Goes on with the bytes that were held while decoding was paused. */
  void resume() throws Exception {
    if (context != null) channelRead(context, Unpooled.EMPTY_BUFFER);
  }

  /** A half-closed connection still gets answers to what it sent, so the held bytes stay. */
  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    ctx.fireUserEventTriggered(event);
  }

  /** Nothing is made of the beginning of a message whose end never came. */
  @Override
  protected void decodeLast(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    in.skipBytes(in.readableBytes());
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) throws Exception {
    drop();
    super.channelInactive(ctx);
  }
}
