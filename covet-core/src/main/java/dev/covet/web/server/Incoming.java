package dev.covet.web.server;

import dev.covet.base.loop.LoopWait;
import dev.covet.web.http.Method;
import dev.covet.web.http.Peer;
import dev.covet.web.http.Request;
import dev.covet.web.http.RequestBody;
import dev.covet.web.http.RequestHead;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/** Makes requests of the heads that Netty has decoded on one connection. Used on its loop alone. */
final class Incoming {
  private final Connection connection;
  private final Runnable onBodyWanted;
  private @Nullable Peer peer;

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
    return RequestHead.of(method, target)
        .headers(new NettyHeaders(head.headers()))
        .protocol(head.protocolVersion().text())
        .peer(peer())
        .build();
  }

  /** An exchange for bytes of which no request could be made; it closes the connection. */
  Exchange refused(Asked asked) {
    var method = Method.of(asked.method()).orElse(Method.GET);
    var head =
        RequestHead.of(method, asked.path())
            .methodText(asked.method())
            .headers(asked.headers())
            .peer(peer());
    return refused(Request.of(head.build(), RequestBody.none()));
  }

  /** An exchange in the place of one that is at work; it closes the connection. */
  Exchange refused(Exchange late) {
    return refused(late.request().withoutBody());
  }

  private Exchange refused(Request request) {
    var body = body(0);
    body.end();
    return new Exchange(connection, request, body, new Exchange.Framing(false, false));
  }

  private Peer peer() {
    var known = peer;
    if (known == null) {
      var id = connection.context().channel().id().asShortText();
      peer = known = Peer.of(connection.peer(), id);
    }
    return known;
  }
}
