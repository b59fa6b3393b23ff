package dev.covet.app;

import dev.covet.api.ApiError;
import dev.covet.api.Mode;
import dev.covet.app.caller.BroughtSignIn;
import dev.covet.app.generated.Generated;
import dev.covet.app.process.AppLoops;
import dev.covet.app.route.PlacedMiddleware;
import dev.covet.base.config.Config;
import dev.covet.base.config.StartFaults;
import dev.covet.base.inject.Provider;
import dev.covet.base.inject.Wiring;
import dev.covet.base.loop.Loops;
import dev.covet.base.observe.Metrics;
import dev.covet.gen.Hook;
import dev.covet.gen.MappedTable;
import dev.covet.gen.PrincipalPart;
import dev.covet.web.auth.Authenticator;
import dev.covet.web.error.ErrorMapping;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Method;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.MiddlewarePlace;
import dev.covet.web.route.Route;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What plugins bring to one start of an app. Not thread-safe: a start is one thread. */
public final class Setup {
  private final Surroundings at;
  private final Config config;
  private final Generated generated;
  private final AppLoops loops;
  private final Brought brought = new Brought();
  private final PluginTasks tasks = new PluginTasks();
  private ErrorMapping errors = ErrorMapping.NONE;
  private boolean refusesOpenRoutes;

  Setup(Surroundings at, Config config, Generated generated, AppLoops loops) {
    this.at = at;
    this.config = config;
    this.generated = generated;
    this.loops = loops;
  }

  /** Something to do at start or stop. */
  @FunctionalInterface
  public interface Task {
    /**
     * Does what there is to do.
     *
     * @throws Exception whatever goes wrong; at start it ends the start
     */
    void run() throws Exception;
  }

  /** The settings of this start; what is wrong with one is a fault of the start. */
  public Config config() {
    return config;
  }

  /** Takes what is wrong, so that all of it is reported at once. */
  public StartFaults faults() {
    return at.faults();
  }

  /** The clock of the app, which a test moves. */
  public Clock clock() {
    return at.options().clock();
  }

  /** The mode that the app starts in. */
  public Mode mode() {
    return config.mode();
  }

  /**
   * The tables of the compilations from which the app's classes were added, and of those whose
   * types these use.
   */
  public List<MappedTable> tables() {
    return generated.tables();
  }

  /** The tables that plugins store rows in, which are among {@link #tables}. */
  public List<MappedTable> ownTables() {
    return generated.brought();
  }

  /**
   * What was generated for a principal: its codec, which reads and writes all its components, and
   * what its {@code @Id} holds.
   *
   * @return nothing if the class does not say {@code @Principal}, which is a fault of the start
   */
  public <P> Optional<PrincipalPart<P>> principal(Class<P> type) {
    var part = generated.principal(type);
    if (part.isEmpty()) faults().add(Generated.notPrincipal(type));
    return part;
  }

  /** What the app counts and measures; exporters read it, or listen to it. */
  public Metrics metrics() {
    return loops.metrics();
  }

  /**
   * The event loops and pools of the app, for a plugin to borrow: there from what it does at start
   * until after what it does at stop.
   *
   * @throws IllegalStateException if nothing is started yet, as while plugins are installed
   */
  public Loops loops() {
    return loops.get();
  }

  /** Adds a service. */
  public void provide(Provider<?> provider) {
    brought.providers.add(provider);
  }

  /**
   * Adds a way to sign in. A principal may have several: they are asked in the order in which they
   * were added, and the first one whose credentials are in the request decides.
   *
   * @param type who is signed in, a record that says {@code @Principal}
   */
  public <P> void principal(Class<P> type, Authenticator<P> how) {
    principal(type, _ -> how);
  }

  /**
   * Adds a way to sign in that needs services.
   *
   * @param how called once for the start; asks for slots, which are read with the scope of the
   *     request that is authenticated, {@code request.context().scope()}
   */
  public <P> void principal(Class<P> type, Function<Wiring, Authenticator<P>> how) {
    brought.signIns.add(new BroughtSignIn<>(type, how));
  }

  /**
   * Has the start stop if a route neither takes a principal, nor stands behind a guard, nor says
   * {@code @Public}, so that none is open by mistake.
   */
  public void refuseOpenRoutes() {
    refusesOpenRoutes = true;
  }

  /**
   * Adds middleware around the whole app at the place that it has, further in than the app's own.
   */
  public void use(Middleware middleware) {
    use(middleware.place(), middleware);
  }

  /**
   * Adds middleware at a place, further in than what the app itself has there.
   *
   * @param place any but those of routers and routes; one of these is a fault of the start
   */
  public void use(MiddlewarePlace place, Middleware middleware) {
    PlacedMiddleware.open(place, faults()::add);
    brought.middleware.add(new PlacedMiddleware.Placed(place, List.of(middleware)));
  }

  /** Adds what clients get for an exception; what the app itself says comes first. */
  public <E extends Throwable> void onError(
      Class<E> type, Function<? super E, ? extends ApiError> error) {
    errors = errors.plus(type, error);
  }

  /** Adds a route. */
  public void route(Method method, String path, Handler handler) {
    try {
      brought.routes.add(Route.of(method, path, path, handler));
    } catch (IllegalArgumentException e) {
      faults().add(e.getMessage() + ".");
    }
  }

  /**
   * Adds routes that need services.
   *
   * @param made called once for the start; asks for slots, which are read with the scope of the
   *     request that is answered, {@code request.context().scope()}
   */
  public void routes(Function<Wiring, List<Route>> made) {
    brought.routesOfServices.add(made);
  }

  /**
   * Adds a command of the program; if several have one name, all of them are run in their order.
   */
  public void command(Command command) {
    brought.commands.add(command);
  }

  /**
   * Has something asked whenever somebody wants to know how the app is.
   *
   * @param name what the log calls it; each of an app has another
   * @param check throws if it is not well; it may take what {@code healthCheckSecondsMax} says
   */
  public void healthCheck(String name, Task check) {
    brought.checks.add(new Hook(name, _ -> check.run()));
  }

  /** Has something done at start, once nothing is wrong and before any service is made. */
  public void onStart(Task task) {
    tasks.atStart(task);
  }

  /**
   * Has something done at stop, after all services are closed; what was added last is done first.
   * It is done, too, when the start failed later, but not if something that was added with {@link
   * #onStart} before it was not done.
   */
  public void onStop(Task task) {
    tasks.atStop(task);
  }

  /** What was added so far. */
  Brought brought() {
    return brought;
  }

  /** Has the routes made that need services. */
  void wireRoutes(Wiring wiring) {
    brought.routesOfServices.forEach(each -> brought.routes.addAll(each.apply(wiring)));
  }

  PluginTasks tasks() {
    return tasks;
  }

  ErrorMapping errors() {
    return errors;
  }

  boolean refusesOpenRoutes() {
    return refusesOpenRoutes;
  }
}
