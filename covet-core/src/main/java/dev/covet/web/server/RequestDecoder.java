package dev.covet.web.server;

import dev.covet.schema.BuiltInError;
import dev.covet.web.http.Refusal;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Parses requests: Netty's codec, behind our own check of each head's bytes ({@link HeadScan}). It
 * stops decoding while the connection says so, so that at most one request at a time is taken from
 * the bytes that were read, and drops everything once a request was refused.
 */
final class RequestDecoder extends HttpRequestDecoder {
  /** Framing that a chunk needs without any extension: 16 hex digits, two line ends. */
  private static final int CHUNK_FRAMING_BYTES = 20;

  private final HeadScan scan;
  private final ServerLimits limits;
  private final BooleanSupplier paused;
  private Asked asked = Asked.NOTHING;
  private boolean inMessage;
  private boolean inChunks;
  private boolean inTrailers;
  private boolean dropping;
  private long dropped;
  private int scanned;
  private int extensionBytes;
  private @Nullable ChannelHandlerContext context;

  RequestDecoder(HeadScan scan, ServerLimits limits, BooleanSupplier paused) {
    super(
        new HttpDecoderConfig()
            .setMaxInitialLineLength(limits.head().requestLineBytesMax() + 2)
            .setMaxHeaderSize(
                limits.head().headersBytesMax() + limits.head().headersCountMax() * 2 + 2)
            .setStrictLineParsing(true)
            .setValidateHeaders(true));
    this.scan = scan;
    this.limits = limits;
    this.paused = paused;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    context = ctx;
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
    if (dropping) {
      dropped += in.readableBytes();
      in.skipBytes(in.readableBytes());
    } else if (!paused.getAsBoolean() && (inMessage || startsMessage(in, out))) {
      decodeChecked(ctx, in, out);
    }
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
    if (in.readableBytes() == scanned) {
      return false;
    }
    scanned = in.readableBytes();
    return switch (scan.scan(in)) {
      case WHOLE -> true;
      case PARTIAL -> false;
      case REFUSED -> {
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
    if (inChunks
        && (out.isEmpty() || out.getLast() instanceof LastHttpContent)
        && folds(in, taken)) {
      refuseInstead(in, out, HeadScan.BAD_FIELD);
    } else if (out.isEmpty()) {
      lines(taken, in, out);
    } else if (out.getFirst() instanceof HttpMessage message) {
      scanned = 0;
      extensionBytes = 0;
      inChunks = HttpUtil.isTransferEncodingChunked(message);
      inTrailers = false;
      inMessage = !(out.getLast() instanceof LastHttpContent);
    } else if (out.getLast() instanceof LastHttpContent) {
      inMessage = false;
      lines(taken, in, out);
    } else if (out.getFirst() instanceof HttpContent content) {
      countChunkLine(taken - content.content().readableBytes(), CHUNK_FRAMING_BYTES, in, out);
    }
  }

  /** Lines between chunks, with no bytes of a body; behind the last one's there are only fields. */
  private void lines(int taken, ByteBuf in, List<Object> out) {
    if (!inChunks || inTrailers) return;
    var last = lastChunkExtension(in, taken);
    inTrailers = last >= 0;
    countChunkLine(inTrailers ? last : taken, 0, in, out);
  }

  /** Counts what stands in chunk lines beyond their plain framing (RFC 9112, 7.1.1). */
  private void countChunkLine(int bytes, int plain, ByteBuf in, List<Object> out) {
    extensionBytes = Math.max(0, extensionBytes + bytes - plain);
    if (extensionBytes > limits.body().chunkExtensionBytesMax()) {
      refuseInstead(in, out, Refusal.of(BuiltInError.CHUNK_EXTENSION_BYTES_MAX));
    }
  }

  /**
   * Whether one of the lines just taken begins with a space or a tab, as a chunk's size never does,
   * and a field behind the last chunk only if it is folded (RFC 9112, 5.2 and 7.1). Netty takes
   * whole lines.
   */
  private static boolean folds(ByteBuf in, int taken) {
    var lineStarts = true;
    for (var i = in.readerIndex() - taken; i < in.readerIndex(); i++) {
      var next = in.getByte(i);
      if (lineStarts && (next == ' ' || next == '\t')) return true;
      lineStarts = next == '\n';
    }
    return false;
  }

  /**
   * How long the extension of the last chunk is, which has no bytes, where its line is among those
   * just taken; else -1.
   */
  private static int lastChunkExtension(ByteBuf in, int taken) {
    var zeros = 0; // at the start of this line; -1 once anything else came
    for (var i = in.readerIndex() - taken; i < in.readerIndex(); i++) {
      var next = in.getByte(i);
      if (next == '0' && zeros >= 0) {
        zeros++;
      } else if (zeros > 0 && endsSize(next)) {
        return in.indexOf(i, in.readerIndex(), (byte) '\r') - i;
      } else {
        zeros = next == '\n' ? 0 : -1;
      }
    }
    return -1;
  }

  /** White space before an extension is forgiven (RFC 9112, 7.1.1). */
  private static boolean endsSize(byte next) {
    return next == ';' || next == '\r' || next == ' ' || next == '\t';
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
    dropping = true;
  }

  /** Bytes dropped so far. */
  long dropped() {
    return dropped;
  }

  /** Bytes that were read but not decoded yet. */
  int held() {
    return actualReadableBytes();
  }

  private byte firstHeld() {
    var in = internalBuffer();
    return in.getByte(in.readerIndex());
  }

  /** Whether part of a head has arrived, but not all of it; an empty line begins none. */
  boolean inHead() {
    var bytes = held();
    return !inMessage && !dropping && bytes > 0 && (bytes > 2 || firstHeld() != '\r');
  }

  /** Goes on with the bytes that were held while decoding was paused. */
  void resume() throws Exception {
    if (context != null) {
      channelRead(context, Unpooled.EMPTY_BUFFER);
    }
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
    dropping = true;
    super.channelInactive(ctx);
  }
}
