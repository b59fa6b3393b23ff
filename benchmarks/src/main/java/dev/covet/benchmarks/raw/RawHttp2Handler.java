package dev.covet.benchmarks.raw;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.util.AsciiString;
import io.netty.util.ReferenceCountUtil;

/** Answers the streams of one connection that ask without a body, inline on its event loop. */
final class RawHttp2Handler extends ChannelInboundHandlerAdapter {
  private static final AsciiString NOSNIFF_NAME = AsciiString.cached("x-content-type-options");
  private static final AsciiString REQUEST_ID = AsciiString.cached("x-request-id");
  private static final byte[] NOTHING = {};

  private final LoopState loop;

  RawHttp2Handler(LoopState loop) {
    this.loop = loop;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    try {
      if (message instanceof Http2HeadersFrame head && head.isEndStream()) answer(ctx, head);
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  private void answer(ChannelHandlerContext ctx, Http2HeadersFrame head) {
    var id = loop.newRequestId();
    var answer = loop.answers().answer(false, head.headers().path().toString(), NOTHING, id);
    var body = new DefaultHttp2DataFrame(Unpooled.wrappedBuffer(answer.body()), true);
    var _ = ctx.write(new DefaultHttp2HeadersFrame(headers(answer, id)).stream(head.stream()));
    var _ = ctx.write(body.stream(head.stream()));
  }

  private Http2Headers headers(Answer answer, String id) {
    return new DefaultHttp2Headers(false)
        .status(AsciiString.of("" + answer.status()))
        .add(HttpHeaderNames.DATE, loop.date())
        .add(HttpHeaderNames.CONTENT_TYPE, RawHandler.type(answer))
        .add(HttpHeaderNames.CACHE_CONTROL, RawHandler.caching(answer))
        .add(NOSNIFF_NAME, RawHandler.NOSNIFF)
        .add(REQUEST_ID, AsciiString.of(id))
        .addInt(HttpHeaderNames.CONTENT_LENGTH, answer.body().length);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    ctx.flush();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    var _ = ctx.close();
  }
}
