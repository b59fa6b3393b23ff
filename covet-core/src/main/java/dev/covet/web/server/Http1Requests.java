package dev.covet.web.server;

import dev.covet.web.address.Peer;
import dev.covet.web.http.Method;
import dev.covet.web.http.Request;
import dev.covet.web.http.RequestHead;
import dev.covet.web.message.RequestBody;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import org.jspecify.annotations.Nullable;

/** Makes requests of the heads that Netty has decoded on one connection. Used on its loop alone. */
final class Http1Requests {
  private final Http1 connection;
  private final SocketBody noBody;
  private @Nullable Peer peer;

  Http1Requests(Http1 connection) {
    this.connection = connection;
    this.noBody = body(0);
    noBody.end();
  }

  /** The exchange of a head that was found good. */
  Exchange exchange(HttpRequest head, String target) {
    var body = body(head);
    var request =
        Request.of(
            head(head, target),
            body.length() == 0 ? RequestBody.none() : body,
            connection.local().writers());
    return exchange(request, body);
  }

  private SocketBody body(HttpRequest head) {
    var announced = head.headers().get(HttpHeaderNames.CONTENT_LENGTH);
    var length = announced == null ? 0 : Long.parseLong(announced);
    if (HttpUtil.isTransferEncodingChunked(head)) length = -1;
    if (length == 0) return noBody;
    var body = body(length);
    body.expected(HttpUtil.is100ContinueExpected(head));
    return body;
  }

  private SocketBody body(long length) {
    return new SocketBody(connection.turn(), connection.server().admission(), length);
  }

  private Exchange exchange(Request request, SocketBody body) {
    var admission = connection.server().admission();
    return new Exchange(connection.turn(), admission, request, body).at(connection.eventNanos());
  }

  private RequestHead head(HttpRequest head, String target) {
    var method = Method.of(head.method().name()).orElseThrow();
    return RequestHead.of(method, target)
        .headers(new NettyHeaders(head.headers()))
        .protocol(head.protocolVersion().text())
        .peer(peer())
        .authority(HeadRules.authority(head))
        .build();
  }

  /** An exchange for bytes of which no request could be made. */
  Exchange refused(Asked asked) {
    var method = Method.of(asked.method()).orElse(Method.GET);
    var head =
        RequestHead.of(method, asked.path())
            .methodText(asked.method())
            .headers(asked.headers())
            .peer(peer());
    return refused(Request.of(head.build(), RequestBody.none()));
  }

  /** An exchange in the place of one that is at work. */
  Exchange refused(Exchange late) {
    return refused(late.request().withoutBody());
  }

  private Exchange refused(Request request) {
    return exchange(request, noBody);
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
