package dev.covet.app;

import dev.covet.api.Mode;
import dev.covet.app.contract.Contract;
import dev.covet.app.health.Health;
import dev.covet.app.route.Dispatch;
import dev.covet.app.route.MiddlewareChain;
import dev.covet.app.route.Mount;
import dev.covet.base.config.Config;
import dev.covet.base.loop.FatalErrors;
import dev.covet.base.loop.Loops;
import dev.covet.base.loop.Trust;
import dev.covet.base.observe.LogContext;
import dev.covet.base.observe.LogText;
import dev.covet.base.observe.LoggedFault;
import dev.covet.base.observe.Metrics;
import dev.covet.schema.Operation;
import dev.covet.web.address.OpenConnection;
import dev.covet.web.http.Dispatcher;
import dev.covet.web.http.Ending;
import dev.covet.web.http.Refusal;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.route.Route;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An app that has started: it answers requests, for a server or whoever calls it. Whoever is given
 * a response ends it. Thread-safe.
 */
public final class RunningApp implements Dispatcher, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunningApp.class);

  private final Dispatch dispatch;
  private final MiddlewareChain chain;
  private final Contract contract;
  private final Lifetimes lifetimes;

  RunningApp(Dispatch dispatch, MiddlewareChain chain, Contract contract, Lifetimes lifetimes) {
    this.dispatch = dispatch;
    this.chain = chain;
    this.contract = contract;
    this.lifetimes = lifetimes;
  }

  /** Opens what was prepared; whatever was opened when that fails is open until this is closed. */
  void open() {
    lifetimes.open();
  }

  /** Has no more opened of what was prepared. */
  void end() {
    lifetimes.end();
  }

  /**
   * Is not ready from now on, for whoever sends it requests.
   *
   * @return how long requests are still to be taken
   */
  Duration drain() {
    return lifetimes.health().drain();
  }

  /** How it is. */
  Health health() {
    return lifetimes.health();
  }

  @Override
  public void servedBy(Supplier<List<OpenConnection>> connections) {
    lifetimes.health().connections().servedBy(connections);
  }

  @Override
  public Trust trust(Request request) {
    return dispatch.find(request).trust();
  }

  @Override
  public Response handle(Request request) {
    try {
      return ending(request, chain.handle(request));
    } catch (Throwable fatal) {
      end(request, Ending.FAILED);
      throw fatal;
    }
  }

  private static Response ending(Request request, Response response) {
    return response.endedBy(how -> end(request, how));
  }

  /** Closes what the request opened; only the log is left to hear of a failure. */
  private static void end(Request request, Ending how) {
    var context = request.context();
    if (context.endsQuietly()) {
      context.end(how);
      return;
    }
    try (var _ = LogContext.ofRequest(context.id())) {
      var failure = context.end(how);
      if (failure != null) closeFailed(request, failure);
    }
  }

  private static void closeFailed(Request request, Throwable failure) {
    LOG.atError()
        .addKeyValue("method", request.method())
        .addKeyValue("path", LogText.safe(request.path()))
        .setCause(LoggedFault.of(failure))
        .log("request_close_failed");
    FatalErrors.pass(failure);
  }

  /** Answers in the place of a route. A 405 says what is allowed (RFC 9110, 15.5.6). */
  @Override
  public Response refuse(Request request, Refusal refusal) {
    var response = ending(request, chain.refuse(request, refusal));
    return refusal.error().status() == 405
        ? response.withHeader("Allow", dispatch.allowed(request.path()))
        : response;
  }

  /** The mode in which it was started. */
  public Mode mode() {
    return lifetimes.config().mode();
  }

  /** What it counts and measures; a server in front of it adds its own ({@code Server.start}). */
  public Metrics metrics() {
    return lifetimes.metrics();
  }

  /**
   * The event loops and pools of this start, for a server or a client to borrow; a mounted app has
   * those of the outer one.
   */
  public Loops loops() {
    return lifetimes.loops();
  }

  /** The settings of this start. */
  public Config config() {
    return lifetimes.config();
  }

  /** The commands of its plugins, and of those of mounted apps. */
  List<Command> commands() {
    return lifetimes.commands();
  }

  /** All routes in their order; those of mounted apps are theirs. */
  public List<Route> routes() {
    return dispatch.table().routes();
  }

  /** All routes with what they take, a line each, those of mounted apps included: for people. */
  public String routeLines() {
    return RouteList.routesOf(this);
  }

  /** Whether it serves pages about itself, at {@code /docs} among others. */
  public boolean hasDocs() {
    return contract.docs().isOn();
  }

  /** What is mounted, in its order. */
  List<Mount> mounts() {
    return dispatch.mounts();
  }

  /** What it promises its clients. */
  Contract contract() {
    return contract;
  }

  /** All operations as data, with those of mounted apps. */
  public List<Operation> operations() {
    return contract.operations();
  }

  /** The OpenAPI document, as JSON in UTF-8. */
  public byte[] openApi() {
    return contract.openApi();
  }

  /** The OpenAPI document for a file that people read and compare, a line for each member. */
  byte[] openApiLines() {
    return contract.openApiLines();
  }

  /** All middleware of the app by its places, for people. */
  String places() {
    return chain.places().text();
  }

  /**
   * Closes everything that the start opened: runs stop hooks, then closes mounted apps, services,
   * plugins, and the loops. A second call waits for the first. Failures are logged.
   */
  @Override
  public void close() {
    lifetimes.close();
  }

  /** Closes as {@link #close()} does, for a thread that waits for it. */
  void close(Thread ending) {
    lifetimes.close(ending);
  }
}
