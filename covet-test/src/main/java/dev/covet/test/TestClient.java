package dev.covet.test;

import dev.covet.app.App;
import dev.covet.base.config.StartFaults;
import dev.covet.base.observe.Metrics;
import dev.covet.gen.Index;
import dev.covet.gen.Indexes;
import dev.covet.web.auth.SecurityScheme;
import dev.covet.web.http.Caller;
import dev.covet.web.http.Headers;
import dev.covet.web.http.Method;
import dev.covet.web.http.Response;
import dev.covet.web.message.SocketLine;
import dev.covet.web.stream.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * A client of an app that is started for it alone, in mode {@code TEST}: with its own services,
 * databases in memory, and clock. The environment of the process and {@code .env} are not read;
 * {@code app.set("MAIL_URL", "...")} sets what has no default, {@code app.override(Mailer.class,
 * outbox)} replaces a service. Thread-safe.
 *
 * <pre>{@code
 * class HeroesTest {
 *   @AutoClose final TestClient client = TestClient.of(HeroesApp.app());
 *
 *   @Test void everyBadFieldIsNamed() {
 *     var answer = client.post("/heroes", "{\"name\": \"\", \"age\": \"x\"}");
 *     assertThat(answer.problems())
 *         .containsExactly(problem("blank", "body", "name"), problem("type", "body", "age"));
 *   }
 * }
 * }</pre>
 *
 * <p>It calls the app in memory; {@link #http1} calls the same app over a socket. A request fails
 * the test, with an {@code AssertionError}, that is not answered within 10 s, whose status the
 * operation does not document, or that runs one select more than once.
 */
public final class TestClient implements Caller, AutoCloseable {
  /**
   * The longest wait for an answer, unless {@link #within} says otherwise: it ends hangs, and is
   * above what a first request takes on a busy build machine.
   */
  static final Duration WAIT = Duration.ofSeconds(10);

  private final World world;
  private final Wire wire;
  private final Patience patience;
  private final boolean allowsRepeats;
  private final Sending sending;

  private TestClient(
      World world, Wire wire, Patience patience, boolean allowsRepeats, Sending sending) {
    this.world = world;
    this.wire = wire;
    this.patience = patience;
    this.allowsRepeats = allowsRepeats;
    this.sending = sending;
  }

  /**
   * Starts an app, and gives a client of it; closing the client stops the app.
   *
   * @throws dev.covet.base.config.StartFailure with everything that is wrong
   */
  public static TestClient of(App app) {
    return of(app, TestDatabase.memory());
  }

  /**
   * Starts an app whose databases are here, and gives a client of it; closing the client stops the
   * app.
   *
   * @throws dev.covet.base.config.StartFailure with everything that is wrong
   */
  public static TestClient of(App app, TestDatabase database) {
    var world = new World(app, database);
    return new TestClient(world, world.memory(), new Patience(WAIT), false, Sending.PLAIN);
  }

  /** A problem as {@link Answer#problems} has it: code, source, names and positions. */
  public static TestProblem problem(String code, Object... location) {
    return new TestProblem(code, List.of(location));
  }

  /**
   * A client of the same started app, over a real socket; closing either closes both. Where
   * requests run, the setting {@code THREADS} says, as for any server ({@code loop}, {@code jdk});
   * with {@code loop} they run on the event loops from the first one on.
   */
  public TestClient http1() {
    return new TestClient(world, world.http1(), patience, allowsRepeats, sending);
  }

  /**
   * As {@link #http1}, but by HTTP/2 (RFC 9113), of which the client knows that the app speaks it.
   */
  public TestClient http2() {
    return new TestClient(world, world.http2(), patience, allowsRepeats, sending);
  }

  /**
   * A client of the same started app by HTTPS: over a real socket with TLS, whose certificate is
   * made for the test and trusted by this client alone. {@code request.scheme()} is {@code https}.
   */
  public TestClient https() {
    return new TestClient(world, world.https(), patience, allowsRepeats, sending);
  }

  /** As {@link #https}, but by HTTP/2, which the two agree on (ALPN, RFC 7301). */
  public TestClient https2() {
    return new TestClient(world, world.https2(), patience, allowsRepeats, sending);
  }

  /** A client of the same started app that lets requests run one select more than once. */
  public TestClient allowRepeats() {
    return new TestClient(world, wire, patience, true, sending);
  }

  /**
   * A client of the same started app that waits longer, or not as long, for an answer.
   *
   * @param longest above zero
   */
  public TestClient within(Duration longest) {
    return new TestClient(world, wire, new Patience(longest), allowsRepeats, sending);
  }

  /**
   * A client of the same started app that sends one header field more with each request, such as an
   * API key: also those of generated clients.
   */
  public TestClient header(String name, String value) {
    return new TestClient(world, wire, patience, allowsRepeats, sending.plus(name, value));
  }

  /**
   * A client of the same started app that is signed in, without credentials: routes that take this
   * principal get it, if plugins sign it in.
   *
   * @param principal a record that says {@code @Principal}
   * @throws IllegalArgumentException if the program signs it in by a provider of its own: send what
   *     that reads
   */
  public TestClient as(Object principal) {
    var type = principal.getClass();
    var part = Indexes.find(type.getClassLoader(), new StartFaults()).first(type, Index::principal);
    var own = part == null ? null : part.own();
    if (own != null) {
      throw new IllegalArgumentException(
          "%s comes from a provider of the program's own: send what that reads, %s."
              .formatted(
                  type.getSimpleName(), own.schemes().stream().map(TestClient::sent).toList()));
    }
    return header(Watched.PRINCIPAL, world.watched().knows(principal));
  }

  private static String sent(SecurityScheme scheme) {
    var said = scheme.described();
    return "%s(\"%s\", ...)"
        .formatted(said.getOrDefault("in", "header"), said.getOrDefault("name", "Authorization"));
  }

  /**
   * A client of the same started app whose paths begin below one, as do the routes of a router or
   * of a mounted app: {@code new SalesClient(client.at("/admin"))}.
   *
   * @param prefix a path without variables, such as {@code /admin}
   */
  public TestClient at(String prefix) {
    return new TestClient(world, wire, patience, allowsRepeats, sending.below(prefix));
  }

  /** The time of the app. */
  public TestClock clock() {
    return world.clock();
  }

  /** What the app has counted and measured so far. */
  public Metrics metrics() {
    return world.app().metrics();
  }

  /** Asks for what is at a path; a query may follow it. */
  public Answer get(String path) {
    return request(Method.GET, path).send();
  }

  /**
   * Listens to the events of a path; {@link TestRequest#events} does so for any request.
   *
   * @throws AssertionError if no stream of events begins in time
   */
  public TestEvents events(String path) {
    return request(Method.GET, path).events();
  }

  /**
   * Opens a WebSocket of texts; generated clients ({@code ChatClient}) open typed ones. A message
   * that does not come in time fails the test.
   *
   * @throws AssertionError if it is refused
   */
  public Socket<String, String> socket(String path) {
    return request(Method.GET, path).socket();
  }

  /** Asks for what {@link #get} would answer, without its body. */
  public Answer head(String path) {
    return request(Method.HEAD, path).send();
  }

  /** Asks for the methods of a path. */
  public Answer options(String path) {
    return request(Method.OPTIONS, path).send();
  }

  /** Posts nothing. */
  public Answer post(String path) {
    return request(Method.POST, path).send();
  }

  /** Posts a JSON text. */
  public Answer post(String path, String json) {
    return request(Method.POST, path).json(json).send();
  }

  /** Puts a JSON text in the place of what is there. */
  public Answer put(String path, String json) {
    return request(Method.PUT, path).json(json).send();
  }

  /** Changes what is there by a JSON text. */
  public Answer patch(String path, String json) {
    return request(Method.PATCH, path).json(json).send();
  }

  /** Deletes what is there. */
  public Answer delete(String path) {
    return request(Method.DELETE, path).send();
  }

  /**
   * Starts a request of any kind.
   *
   * @param target the path and, after {@code ?}, the query, escaped as they are to be sent
   */
  public TestRequest request(Method method, String target) {
    return new TestRequest(this, sending.sent(method, target));
  }

  /**
   * What generated clients ({@code HeroesClient}) call. Fails the test as any request does, and if
   * no route of the app is reached.
   */
  @Override
  public Response call(Method method, String target, Headers headers, byte[] body) {
    var sent = sending.sent(method, target).with(headers, body);
    var call = new Call();
    var received = received(sent, call);
    world.documented().checkReached(sent, call, received.status());
    return received.response(call);
  }

  /**
   * Opens a WebSocket for a generated client, in the same way as {@link #call} calls.
   *
   * @throws AssertionError if there is no answer in time
   */
  @Override
  public Opening open(String target, Headers headers) {
    var sent = sending.sent(Method.GET, target).with(headers, new byte[0]);
    var call = new Call();
    var opened = opened(sent, call);
    world.documented().checkReached(sent, call, opened.answer().status());
    var line = opened.line();
    return line == null
        ? new Opening(opened.answer().response(call), null)
        : new Opening(Response.empty(204), line);
  }

  SocketLine open(Sent sent) {
    var opened = opened(sent, new Call());
    var line = opened.line();
    if (line != null) return line;
    throw new AssertionError(
        "%s was answered with %s: %s"
            .formatted(
                sent,
                opened.answer().status(),
                new String(opened.answer().body(), StandardCharsets.UTF_8)));
  }

  private Wire.Opened opened(Sent sent, Call call) {
    var opened = patience.opened(wire, sent.asSocket(), call);
    var answer = opened.answer();
    world.documented().check(call, answer.status(), answer.mediaType());
    return opened;
  }

  Answer send(Sent sent) {
    var call = new Call();
    return new Answer(received(sent, call), call);
  }

  TestEvents listen(Sent sent) {
    var call = new Call();
    var events = TestEvents.of(wire, sent, call, patience);
    world.documented().check(call, 200, TestEvents.MEDIA_TYPE);
    return events;
  }

  private Received received(Sent sent, Call call) {
    var received = patience.answer(wire, sent, call);
    world.documented().check(call, received.status(), received.mediaType());
    if (!allowsRepeats) Repeats.check(sent, call.statements());
    return received;
  }

  /** Stops the app. A second call does nothing. */
  @Override
  public void close() {
    world.close();
  }
}
