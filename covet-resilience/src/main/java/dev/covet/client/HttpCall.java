package dev.covet.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.covet.api.NotFound;
import dev.covet.api.UpstreamError;
import dev.covet.base.json.Json;
import dev.covet.gen.CodecPart;
import dev.covet.gen.Indexes;
import dev.covet.web.http.Headers;
import java.net.URI;
import java.net.URLEncoder;
import java.util.List;

/**
 * A request to another service that is put together, then sent. Immutable: each method gives
 * another request.
 *
 * <pre>{@code
 * var receipt = http.post(url).header("Authorization", key).json(order).read(Receipt.class);
 * }</pre>
 */
public final class HttpCall {
  private static final Json JSON = new Json();
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Http http;
  private final Outgoing call;

  HttpCall(Http http, Outgoing call) {
    this.http = http;
    this.call = call;
  }

  /**
   * This request with one header field more.
   *
   * @throws IllegalArgumentException if the name is no token or one of framing, such as {@code
   *     Content-Length}, or the value has a control character
   */
  public HttpCall header(String name, String value) {
    if (name.equalsIgnoreCase("Host")) throw new IllegalArgumentException("The URL says the host");
    var headers = call.headers().plus(Headers.of(name, value));
    return with(new Outgoing(call.method(), call.url(), headers, call.body()));
  }

  /** This request with one value more in its query, which is escaped here. */
  public HttpCall query(String name, String value) {
    var text = call.url().toString();
    var pair = URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8);
    var fragment = text.indexOf('#');
    var url = fragment < 0 ? text : text.substring(0, fragment);
    var joined = url + (url.indexOf('?') < 0 ? "?" : "&") + pair;
    return with(new Outgoing(call.method(), URI.create(joined), call.headers(), call.body()));
  }

  /**
   * This request with a record as its body, in JSON, without what is read-only.
   *
   * @throws IllegalArgumentException if it has no codec
   */
  public HttpCall json(Object value) {
    return body("application/json", written(value));
  }

  @SuppressWarnings("unchecked") // the codec is that of its class
  private byte[] written(Object value) {
    var part = (CodecPart<Object>) http.codecs().of(Indexes.type(value));
    return JSON.write(part.input(), value);
  }

  /** This request with one field more of the form that is its body. */
  public HttpCall field(String name, String value) {
    var pair = URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8);
    if (call.body().length == 0) return body(FORM, pair.getBytes(UTF_8));
    var all = (new String(call.body(), UTF_8) + "&" + pair).getBytes(UTF_8);
    return with(new Outgoing(call.method(), call.url(), call.headers(), all));
  }

  /** This request with a body of a media type. */
  public HttpCall body(String mediaType, byte[] bytes) {
    var typed = header("Content-Type", mediaType).call;
    return with(new Outgoing(typed.method(), typed.url(), typed.headers(), bytes.clone()));
  }

  private HttpCall with(Outgoing other) {
    return new HttpCall(http, other);
  }

  /**
   * Sends it, and waits for the answer, which may have any status.
   *
   * @throws UpstreamError if there is none within the {@link HttpLimits}
   */
  public HttpAnswer send() {
    return new HttpAnswer(call.toString(), http.send(call), http.codecs());
  }

  /**
   * Sends it, and reads the record that is answered, checked by its constraints.
   *
   * @throws NotFound for 404
   * @throws UpstreamError for any other error, and if what came is no such record
   */
  public <T> T read(Class<T> type) {
    return send().read(type);
  }

  /** Sends it, and reads the list of records that is answered; fails as {@link #read} does. */
  public <T> List<T> readList(Class<T> type) {
    return send().readList(type);
  }

  /** Method and address alone: all else may hold secrets. */
  @Override
  public String toString() {
    return call.toString();
  }
}
