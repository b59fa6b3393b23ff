package dev.covet.benchmarks.raw;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeadersFactory;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AsciiString;
import io.netty.util.ReferenceCountUtil;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Answers the requests of one connection, inline on its event loop. */
final class RawHandler extends ChannelInboundHandlerAdapter {
  private static final HttpHeadersFactory HEADERS =
      DefaultHttpHeadersFactory.headersFactory().withValidation(false);
  private static final AsciiString NOSNIFF_NAME = AsciiString.cached("X-Content-Type-Options");
  private static final AsciiString REQUEST_ID = AsciiString.cached("X-Request-Id");
  static final AsciiString NOSNIFF = AsciiString.cached("nosniff");
  private static final AsciiString JSON = AsciiString.cached("application/json");
  private static final AsciiString TEXT = AsciiString.cached("text/plain; charset=utf-8");
  private static final AsciiString FRESH = AsciiString.cached("max-age=0");
  private static final AsciiString NO_STORE = AsciiString.cached("no-store");
  private static final byte[] NOTHING = {};

  private final LoopState loop;
  private @Nullable HttpRequest request;
  private byte[] body = NOTHING;

  RawHandler(LoopState loop) {
    this.loop = loop;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    try {
      if (message instanceof HttpRequest head) {
        request = head;
        body = NOTHING;
      }
      if (message instanceof HttpContent content) collect(content);
      var now = request;
      if (message instanceof LastHttpContent && now != null) {
        request = null;
        answer(ctx, now);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  private void collect(HttpContent content) {
    if (!content.content().isReadable()) return;
    var more = ByteBufUtil.getBytes(content.content());
    if (body.length == 0) {
      body = more;
    } else {
      var before = body.length;
      body = Arrays.copyOf(body, before + more.length);
      System.arraycopy(more, 0, body, before, more.length);
    }
  }

  private void answer(ChannelHandlerContext ctx, HttpRequest now) {
    var id = loop.newRequestId();
    var isPost = now.method().equals(HttpMethod.POST);
    var answer = loop.answers().answer(isPost, now.uri(), body, id);
    var _ = ctx.write(response(answer, id), ctx.voidPromise());
  }

  private DefaultFullHttpResponse response(Answer answer, String id) {
    var response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(answer.status()),
            Unpooled.wrappedBuffer(answer.body()),
            HEADERS,
            HEADERS);
    response
        .headers()
        .add(HttpHeaderNames.DATE, loop.date())
        .add(HttpHeaderNames.CONTENT_TYPE, type(answer))
        .add(HttpHeaderNames.CACHE_CONTROL, caching(answer))
        .add(NOSNIFF_NAME, NOSNIFF)
        .add(REQUEST_ID, id)
        .addInt(HttpHeaderNames.CONTENT_LENGTH, answer.body().length);
    return response;
  }

  static AsciiString type(Answer answer) {
    return answer.isJson() ? JSON : TEXT;
  }

  static AsciiString caching(Answer answer) {
    return answer.status() >= 400 ? NO_STORE : FRESH;
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
