package dev.covet.web.server;

import dev.covet.base.loop.LoopWait;
import dev.covet.web.http.Headers;
import dev.covet.web.http.Method;
import dev.covet.web.http.Request;
import dev.covet.web.http.RequestBody;
import dev.covet.web.http.RequestHead;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.net.InetSocketAddress;

/** Makes requests of the heads that Netty has decoded on one connection. Used on its loop alone. */
final class Incoming {
  private final Connection connection;
  private final Runnable onBodyWanted;

  /**
   * Makes the requests of a connection.
   *
   * @param onBodyWanted what a request's thread calls when it needs bytes of its body
   */
  Incoming(Connection connection, Runnable onBodyWanted) {
    this.connection = connection;
    this.onBodyWanted = onBodyWanted;
  }

  /** The exchange of a head that was found good. */
  Exchange exchange(HttpRequest head, String target) {
    var old = !head.protocolVersion().equals(HttpVersion.HTTP_1_1);
    var body = body(head);
    var request =
        Request.of(
            head(head, target),
            body.length() == 0 ? RequestBody.none() : body,
            connection.writers());
    var framing = new Exchange.Framing(old, HeadRules.keepsAlive(head));
    return new Exchange(connection, request, body, framing);
  }

  private SocketBody body(HttpRequest head) {
    var length =
        HttpUtil.isTransferEncodingChunked(head) ? -1 : HttpUtil.getContentLength(head, 0L);
    return body(length);
  }

  private SocketBody body(long length) {
    var bufferBytesMax = connection.limits().body().bodyBufferBytesMax();
    return new SocketBody(length, bufferBytesMax, new LoopWait(connection.loop()), onBodyWanted);
  }

  private RequestHead head(HttpRequest head, String target) {
    var method = Method.of(head.method().name()).orElseThrow();
    return head(method, target, new NettyHeaders(head.headers()));
  }

  private RequestHead head(Method method, String target, Headers headers) {
    return new RequestHead(method, target, headers, peer(), channel().id().asShortText());
  }

  /** An exchange for bytes of which no request could be made; it closes the connection. */
  Exchange refused(Asked asked) {
    var method = Method.of(asked.method()).orElse(Method.GET);
    var request = Request.of(head(method, asked.path(), asked.headers()), RequestBody.none());
    return refused(request).asked(asked.method(), "");
  }

  /** An exchange in the place of one that is at work; it closes the connection. */
  Exchange refused(Exchange late) {
    return refused(late.request().withoutBody()).asked(late.method(), late.route());
  }

  private Exchange refused(Request request) {
    var body = body(0);
    body.end();
    return new Exchange(connection, request, body, new Exchange.Framing(false, false));
  }

  private InetSocketAddress peer() {
    return (InetSocketAddress) channel().remoteAddress();
  }

  private Channel channel() {
    return connection.context().channel();
  }
}
