package dev.covet.web.server.http2;

import dev.covet.web.http.Headers;
import dev.covet.web.http.Method;
import dev.covet.web.http.Request;
import dev.covet.web.http.RequestHead;
import dev.covet.web.message.RequestBody;
import dev.covet.web.server.carrier.Carrier;
import dev.covet.web.server.carrier.Connection;
import dev.covet.web.server.carrier.Exchange;
import dev.covet.web.server.carrier.SocketBody;

/** Makes requests of the heads that came on one connection. Used on its loop alone. */
final class Http2Requests {
  private static final String PROTOCOL = "HTTP/2";

  private final Connection connection;

  Http2Requests(Connection connection) {
    this.connection = connection;
  }

  /**
   * The exchange of a head that was found good, which begins now.
   *
   * @param hasBody whether its stream goes on with one
   */
  Exchange exchange(Carrier carrier, RequestFields asked, boolean hasBody) {
    var body = body(carrier, hasBody ? asked.length() : 0);
    if (hasBody) body.expected(asked.expectsToGoOn());
    var method = asked.connects() ? Method.GET : Method.of(asked.method()).orElseThrow();
    var head = head(asked, method, asked.target()).connects(asked.connects()).build();
    var request =
        Request.of(head, hasBody ? body : RequestBody.none(), connection.local().writers());
    return exchange(carrier, request, body);
  }

  /** The exchange of a request that has come by HTTP/1.1. */
  Exchange exchange(Carrier carrier, RequestHead head) {
    var request = Request.of(head, RequestBody.none(), connection.local().writers());
    return exchange(carrier, request, body(carrier, 0));
  }

  private SocketBody body(Carrier carrier, long length) {
    var body = new SocketBody(carrier, connection.server().served(), length);
    if (length == 0) body.end();
    return body;
  }

  private Exchange exchange(Carrier carrier, Request request, SocketBody body) {
    return new Exchange(carrier, connection.server().served(), request, body).at(System.nanoTime());
  }

  private RequestHead.Builder head(RequestFields asked, Method method, String target) {
    return RequestHead.of(method, target)
        .headers(asked.headers())
        .protocol(PROTOCOL)
        .peer(connection.peer())
        .authority(asked.authority());
  }

  /** An exchange for a head of which no request could be made. */
  Exchange refused(Carrier carrier, RequestFields asked) {
    var method = Method.of(asked.method()).orElse(Method.GET);
    var head = head(asked, method, asked.path()).methodText(asked.method()).build();
    return exchange(carrier, Request.of(head, RequestBody.none()), body(carrier, 0));
  }

  /** An exchange for a head that was too long to be kept. */
  Exchange refused(Carrier carrier) {
    return refused(carrier, new RequestFields("", "", "", null, Headers.empty(), 0, -1));
  }

  /** An exchange in the place of one that is at work. */
  Exchange refused(Carrier carrier, Exchange late) {
    return exchange(carrier, late.request().withoutBody(), body(carrier, 0));
  }
}
