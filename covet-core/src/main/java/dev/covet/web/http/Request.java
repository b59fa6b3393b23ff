package dev.covet.web.http;

import dev.covet.base.json.Writers;
import dev.covet.web.address.Peer;
import dev.covet.web.message.BodyTooLarge;
import dev.covet.web.message.ClientGone;
import dev.covet.web.message.MediaType;
import dev.covet.web.message.Parameters;
import dev.covet.web.message.PathValues;
import dev.covet.web.message.RequestBody;
import dev.covet.web.message.UnsupportedMediaType;
import dev.covet.web.multipart.MultipartForm;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks: method, path, query, headers and body, as they came.
 *
 * <p>A change is another request over the same body and scope. One thread uses it at a time.
 */
public final class Request {
  /** The longest body that is collected unless the app or the route says otherwise, in bytes. */
  public static final int BODY_BYTES_MAX = 1_048_576;

  private final RequestHead head;
  private final Headers headers;
  private final PathValues pathValues;
  private final Intake intake;
  private final RequestContext context;

  private Request(
      RequestHead head,
      Headers headers,
      PathValues pathValues,
      Intake intake,
      RequestContext context) {
    this.head = head;
    this.headers = headers;
    this.pathValues = pathValues;
    this.intake = intake;
    this.context = context;
  }

  /** A request as a test has it. */
  public static Request of(RequestHead head, RequestBody body) {
    return of(head, body, new Writers());
  }

  /**
   * A request as a server has it.
   *
   * @param writers of the event loop that it came by
   */
  public static Request of(RequestHead head, RequestBody body, Writers writers) {
    var intake = new Intake(body, writers);
    return new Request(head, head.headers(), PathValues.NONE, intake, new RequestContext());
  }

  /** The method. */
  public Method method() {
    return head.method();
  }

  /** The path as it came, without the query; nothing in it is decoded. */
  public String path() {
    var target = head.target();
    var end = target.indexOf('?');
    return end < 0 ? target : target.substring(0, end);
  }

  /** The query as it came, without its {@code ?}; empty if there is none. */
  public String query() {
    var target = head.target();
    var end = target.indexOf('?');
    return end < 0 ? "" : target.substring(end + 1);
  }

  /**
   * The names and values of the query, decoded once.
   *
   * @throws dev.covet.api.ApiError if an escape is broken (400), or there are too many
   */
  public Parameters parameters() {
    return intake.parameters(head.target());
  }

  /** The header fields. */
  public Headers headers() {
    return headers;
  }

  /** The first value of a header field. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.first(name));
  }

  /** The values of the route's path variables, decoded. */
  public PathValues pathValues() {
    return pathValues;
  }

  /** The request's id, as log lines and {@code X-Request-Id} have it; empty outside an app. */
  public String id() {
    var known = context.id();
    if (!known.isEmpty()) return known;
    var id = headers.first("X-Request-Id");
    return id == null ? "" : id;
  }

  /** The method as it came, for the log: also one that no route can have; empty if unknown. */
  public String methodText() {
    return head.methodText();
  }

  /**
   * The address of the client, for whoever logs, limits or lets in by it: that of the other end of
   * the connection, unless that is one of the {@code trustedProxies}, which says for whom it asks.
   * Where that does not tell (RFC 7239, 6.2), it has no {@link InetSocketAddress#getAddress}, which
   * is null then, and {@code unknown} for a host string.
   */
  public InetSocketAddress peer() {
    return head.peer().address();
  }

  /** The connection, as log lines name it. */
  public String connectionId() {
    return head.peer().connectionId();
  }

  /** {@code http} or {@code https}, as the client asked; what it sent a trusted proxy says. */
  public String scheme() {
    return head.peer().scheme();
  }

  /** The host, and the port if it was named, that the client asked; empty if it named none. */
  public String authority() {
    return head.authority();
  }

  /**
   * Whether an origin is the one that this asks, so that a page of it is the app's own (RFC 6454).
   * Browsers leave out the usual port of a scheme; a proxy may write it.
   */
  public boolean isOfOrigin(String origin) {
    var isPlain = origin.startsWith("http:") && scheme().equals("http");
    var usual = isPlain ? ":80" : ":443";
    var host = authority();
    var own = host.endsWith(usual) ? host.substring(0, host.length() - usual.length()) : host;
    return origin.equalsIgnoreCase((isPlain ? "http://" : "https://") + own);
  }

  /** The version of the protocol, {@code HTTP/1.1} or {@code HTTP/2}. */
  public String protocol() {
    return head.protocol();
  }

  /**
   * Whether it asks for a WebSocket on its stream of HTTP/2 (RFC 8441), where a request by HTTP/1.1
   * has {@code Upgrade} and {@code Connection}.
   */
  public boolean connects() {
    return head.connects();
  }

  /** The certificate that the client has shown. */
  public Optional<X509Certificate> certificate() {
    return head.peer().certificate();
  }

  /** The body, which can be read once. */
  public RequestBody body() {
    return intake.body();
  }

  /**
   * The bytes of the body as they come.
   *
   * @throws BodyTooLarge if it is longer than the route takes, if that says so; or a read throws it
   */
  public InputStream stream() {
    return intake.stream();
  }

  /**
   * All bytes of the body; the same array each time, which nobody changes.
   *
   * @throws BodyTooLarge if it is longer than the route takes, 1 MB unless that says otherwise
   * @throws ClientGone if the connection ends before the body
   */
  public byte[] bytes() {
    return intake.bytes();
  }

  /**
   * The fields of the form that is the body, decoded once, without its files; none if there is no
   * body.
   *
   * @throws UnsupportedMediaType if the body is no form by its type, before it is read
   * @throws BodyTooLarge if it is longer than the route takes
   * @throws dev.covet.api.ApiError if an escape is broken (400), or there are too many fields
   */
  public Parameters form() {
    if (hasForm()) return intake.form();
    var type = MediaTypes.multipart(headers);
    if (type.isPresent()) return multipart(type.get()).texts();
    if (body().length() != 0) MediaTypes.requireForm(headers);
    return intake.form();
  }

  /**
   * The files of one name in the form that is the body, in their order; none if there is no body.
   * They go with the request.
   *
   * @throws UnsupportedMediaType if the body is not {@code multipart/form-data}, before it is read
   * @throws dev.covet.api.ApiError as {@link #form} does; if it passes a limit (400, 413, 503)
   */
  public List<Upload> uploads(String name) {
    var type = MediaTypes.multipart(headers);
    if (type.isEmpty()) {
      if (body().length() != 0) throw MediaTypes.noMultipart(headers);
      return List.of();
    }
    return multipart(type.get()).files().stream()
        .filter(each -> each.name().equals(name))
        .map(Upload::of)
        .toList();
  }

  private MultipartForm multipart(MediaType type) {
    return intake.multipart(type, context::closes);
  }

  /** The names of the files in the form that was read; none if no such form was. */
  public Set<String> uploadNames() {
    return intake.fileNames();
  }

  /** Whether the body was read as a form. */
  public boolean hasForm() {
    return intake.hasForm();
  }

  /** What its answer is to be written with. */
  public Writers writers() {
    return intake.writers();
  }

  /** This request with one header field in the place of all of its name. */
  public Request withHeader(String name, String value) {
    return new Request(
        head, new OverlaidHeaders(headers, name, value), pathValues, intake, context);
  }

  /**
   * This request from another peer: for middleware that believes what a trusted proxy says of its
   * client.
   */
  public Request withPeer(Peer peer) {
    return new Request(head.withPeer(peer), headers, pathValues, intake, context);
  }

  /**
   * This request to another authority, {@code host[:port]}: for middleware as {@link #withPeer}.
   */
  public Request withAuthority(String authority) {
    return new Request(head.withAuthority(authority), headers, pathValues, intake, context);
  }

  /**
   * Has everybody read the body as a coding gives it, of which nothing was read so far: for
   * middleware.
   */
  public void decode(UnaryOperator<RequestBody> coding) {
    intake.decode(coding);
  }

  /** This request with the id that log lines and its answer have. */
  public Request withId(String id) {
    context.identify(id);
    return withHeader("X-Request-Id", id);
  }

  /**
   * This request as it came, with the id that it has now but without a body: for an answer in the
   * place of the one that another thread is at. That thread may go on with this request meanwhile.
   */
  public Request withoutBody() {
    var bare =
        new Request(
            head, head.headers(), PathValues.NONE, intake.withoutBody(), context.withoutBody());
    var known = found();
    if (known != null) bare.found(known, intake.foundValues());
    var id = context.id();
    return id.isEmpty() ? bare : bare.withId(id);
  }

  /** This request with the values of a route's path variables. */
  public Request withPathValues(PathValues values) {
    return new Request(head, headers, values, intake, context);
  }

  /**
   * This request for another target: what is further in finds the route of that. Its path values
   * are not those of this one.
   */
  public Request withTarget(String target) {
    return new Request(head.withTarget(target), headers, PathValues.NONE, intake, context);
  }

  /**
   * This request as an app within this one sees it, for the rest of the target: with the same body,
   * but with what it finds and opens for itself.
   */
  public Request mounted(String target) {
    var inside = head.withTarget(target);
    return new Request(inside, headers, PathValues.NONE, intake.inner(), context.inner());
  }

  /**
   * The body as a value, for handlers without types: read from JSON and checked as the body of a
   * typed one is.
   *
   * @param type a record with a codec, one that a route names or that says {@code @Model}; or
   *     {@code JsonValue}
   * @throws dev.covet.api.Invalid with every problem (422)
   * @throws dev.covet.api.ApiError if the body is too long (413), is not said to be JSON (415), or
   *     is none (400)
   * @throws IllegalArgumentException if the class has no codec; the client is told 500
   */
  public <T> T read(Class<T> type) {
    return intake.terms().codecs().read(this, type);
  }

  /**
   * 200 with a value as JSON, for handlers without types: written as the answer of a typed one is.
   *
   * @param value a record with a codec, one that a route names or that says {@code @Model}; or a
   *     {@code JsonValue}
   * @throws IllegalArgumentException if its class has no codec; the client is told 500
   */
  public Response answer(Object value) {
    return intake.terms().codecs().answer(this, value);
  }

  /**
   * 200 with values as a JSON array, for handlers without types.
   *
   * @param type their class, which has a codec as {@link #answer} says
   * @throws IllegalArgumentException if the class has no codec; the client is told 500
   */
  public <T> Response answerList(Class<T> type, List<? extends T> values) {
    return intake.terms().codecs().answerList(this, type, values);
  }

  /** On what terms the app, or the route that was found, takes this request. */
  public RequestTerms terms() {
    return intake.terms();
  }

  /** Has this request, in all its forms, taken on these terms from now on. */
  public void keepTo(RequestTerms terms) {
    intake.keepTo(terms);
  }

  /** What the app has found to answer it; null before it was asked. */
  public @Nullable Found found() {
    return intake.found(head.target());
  }

  /** Keeps what the app has found to answer it, with the values of the path. */
  public void found(Found found, PathValues values) {
    intake.found(head.target(), found, values);
  }

  /** This request with the values of the path that was found for it. */
  public Request matched() {
    return withPathValues(intake.foundValues());
  }

  /** What is known of it beside what it asks, the same for all its forms. */
  public RequestContext context() {
    return context;
  }
}
