package dev.covet.web.server.http1;

import dev.covet.web.http.Method;
import dev.covet.web.http.Request;
import dev.covet.web.http.RequestHead;
import dev.covet.web.message.RequestBody;
import dev.covet.web.server.carrier.Carrier;
import dev.covet.web.server.carrier.Connection;
import dev.covet.web.server.carrier.Exchange;
import dev.covet.web.server.carrier.SocketBody;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;

/** Makes requests of the heads that Netty has decoded on one connection. Used on its loop alone. */
final class Http1Requests {
  private final Connection connection;
  private final Carrier carrier;
  private final OtherProtocols others;
  private final SocketBody noBody;

  Http1Requests(Connection connection, Carrier carrier, OtherProtocols others) {
    this.connection = connection;
    this.carrier = carrier;
    this.others = others;
    this.noBody = body(0);
    noBody.end();
  }

  /** The exchange of a head that was found good, whose time begins at a moment. */
  Exchange exchange(HttpRequest head, String target, long nanos) {
    var body = body(head);
    var request =
        Request.of(
            head(head, target),
            body.length() == 0 ? RequestBody.none() : body,
            connection.local().writers());
    return exchange(request, body, nanos);
  }

  /** Whether the connection goes on with HTTP/2, unless it ends: then it is not worth the while. */
  boolean isUpgrade(HttpRequest head) {
    return others.upgrades() && Http2Upgrade.isAsked(head) && !connection.server().draining();
  }

  /** Has the connection go on with HTTP/2; false if the settings of its client are malformed. */
  boolean upgrade(HttpRequest head, String target) {
    var settings = Http2Upgrade.settings(head);
    return settings != null && others.upgrade(connection, head(head, target), settings);
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
    return new SocketBody(carrier, connection.server().served(), length);
  }

  private Exchange exchange(Request request, SocketBody body, long nanos) {
    return new Exchange(carrier, connection.server().served(), request, body).at(nanos);
  }

  private RequestHead head(HttpRequest head, String target) {
    var method = Method.of(head.method().name()).orElseThrow();
    return RequestHead.of(method, target)
        .headers(new NettyHeaders(head.headers()))
        .protocol(head.protocolVersion().text())
        .peer(connection.peer())
        .authority(HeadRules.authority(head))
        .build();
  }

  /** An exchange for bytes of which no request could be made. */
  Exchange refused(Asked asked, long nanos) {
    var method = Method.of(asked.method()).orElse(Method.GET);
    var head =
        RequestHead.of(method, asked.path())
            .methodText(asked.method())
            .headers(asked.headers())
            .peer(connection.peer());
    return exchange(Request.of(head.build(), RequestBody.none()), noBody, nanos);
  }

  /** An exchange in the place of one that is at work. */
  Exchange refused(Exchange late, long nanos) {
    return exchange(late.request().withoutBody(), noBody, nanos);
  }
}
