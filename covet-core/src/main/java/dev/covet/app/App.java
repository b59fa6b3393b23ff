package dev.covet.app;

import dev.covet.api.ApiError;
import dev.covet.api.ErrorFormat;
import dev.covet.base.config.StartFailure;
import dev.covet.base.inject.Key;
import dev.covet.web.docs.Docs;
import dev.covet.web.error.ErrorMapping;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Method;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.MiddlewarePlace;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The description of an app. Immutable: each method gives another app, and each start has its own
 * services, settings and databases.
 *
 * <pre>{@code
 * public static App app() {
 *   return Covet.app()
 *       .install(Database.url("sqlite:heroes.db"))
 *       .use(new Timing())
 *       .add(Heroes.class, Teams.class);
 * }
 * }</pre>
 */
public final class App {
  static final App EMPTY = new App(List.of());

  private final List<Piece> pieces;

  private App(List<Piece> pieces) {
    this.pieces = pieces;
  }

  private App with(Piece piece) {
    return new App(Stream.concat(pieces.stream(), Stream.of(piece)).toList());
  }

  List<Piece> pieces() {
    return pieces;
  }

  /** This app with the routes and hooks of classes, and the webhooks of interfaces. */
  public App add(Class<?>... types) {
    return with(new Piece.Added(List.of(types)));
  }

  /** This app with a router and all that is in it. */
  public App add(Router router) {
    return with(router.piece());
  }

  /** This app with plugins, which add services, middleware, routes and hooks. */
  public App install(Plugin... plugins) {
    return Stream.of(plugins).map(Piece.Installed::new).reduce(this, App::with, (_, last) -> last);
  }

  /**
   * This app with middleware around all of it, each at the place that it has ({@link
   * Middleware#place}), further in than what was named before for that.
   */
  public App use(Middleware... middleware) {
    return Stream.of(middleware)
        .map(each -> new Piece.Around(each.place(), List.of(each)))
        .reduce(this, App::with, (_, last) -> last);
  }

  /** This app with middleware around all of it that the app makes, by its constructor. */
  public App use(Class<? extends Middleware> middleware) {
    return use(MiddlewarePlace.APP, middleware);
  }

  /**
   * This app with middleware at a place: around all of it, or behind the route around each.
   *
   * @param place any but those of routers and routes, which have their own; else it stops the start
   */
  public App use(MiddlewarePlace place, Middleware... middleware) {
    return with(new Piece.Around(place, List.of(middleware)));
  }

  /** This app with middleware at a place that the app makes, by its constructor. */
  public App use(MiddlewarePlace place, Class<? extends Middleware> middleware) {
    return with(new Piece.AroundOfClass(place, middleware));
  }

  /**
   * This app with some places of middleware in another order: the given ones share their positions
   * anew. {@code order(COMPRESSION, CORS)} has compression further out than CORS.
   *
   * @param places all before the route, or all behind it; else it stops the start
   */
  public App order(MiddlewarePlace... places) {
    return with(new Piece.Ordered(List.of(places)));
  }

  /**
   * This app, telling clients an error for what was thrown; of several classes the nearest
   * supertype wins. No operation documents it: for that, name the error's class.
   */
  public <E extends Throwable> App onError(
      Class<E> type, Function<? super E, ? extends ApiError> error) {
    return with(new Piece.Mapped(ErrorMapping.NONE.plus(type, error)));
  }

  /**
   * This app, telling clients an error for what was thrown, and that in its document: an operation
   * whose method {@code throws} the exception lists status, code and text of the error.
   *
   * @param error the class of errors that are made, or one above it
   */
  public <E extends Throwable, A extends ApiError> App onError(
      Class<E> type, Class<A> error, Function<? super E, ? extends A> made) {
    return with(new Piece.Mapped(ErrorMapping.NONE.plus(type, error, made)));
  }

  /**
   * This app with another form of its errors; the format's body is the documented schema of errors.
   * It has a codec if the format is a class; the body of a lambda says {@code @Model}.
   */
  public App errors(ErrorFormat<?> format) {
    return with(new Piece.Formatted(format));
  }

  /** This app with a route that reads; it answers {@code HEAD}, too. */
  public App get(String path, Handler handler) {
    return with(new Piece.Plain(Method.GET, path, handler));
  }

  /** This app with a route that takes what is posted. */
  public App post(String path, Handler handler) {
    return with(new Piece.Plain(Method.POST, path, handler));
  }

  /** This app with a route that replaces. */
  public App put(String path, Handler handler) {
    return with(new Piece.Plain(Method.PUT, path, handler));
  }

  /** This app with a route that changes a part. */
  public App patch(String path, Handler handler) {
    return with(new Piece.Plain(Method.PATCH, path, handler));
  }

  /** This app with a route that removes. */
  public App delete(String path, Handler handler) {
    return with(new Piece.Plain(Method.DELETE, path, handler));
  }

  /**
   * This app with a handler for every path below one, unless a route has it. The handler sees the
   * rest of the path.
   */
  public App mount(String path, Handler handler) {
    return with(new Piece.Mounted(path, handler));
  }

  /**
   * This app with another for every path below one, unless a route has it. The other keeps its
   * middleware, services and errors; its operations join the document. Its settings are read as
   * {@code TASKS_X}, then {@code X}, if it is mounted at {@code /tasks}.
   */
  public App mount(String path, App app) {
    return with(new Piece.MountedApp(path, app.pieces));
  }

  /**
   * This app with routes without types, and mounts, that anybody may call: where covet-security is
   * installed, every route says who may.
   *
   * @param paths as {@link #get} or {@link #mount} have them; one that nothing is at stops the
   *     start
   */
  public App open(String... paths) {
    return with(new Piece.Opened(List.of(paths)));
  }

  /** This app with a setting, {@code MAIL_URL}, for when nothing outside sets it. */
  public App set(String name, String value) {
    return with(new Piece.Set(name, value));
  }

  /** This app with a service in the place of the one of exactly this type. */
  public <T> App override(Class<T> type, T value) {
    return override(Key.of(type), value);
  }

  /** This app with a service in the place of the one that the key names. */
  public App override(Key key, Object value) {
    return with(new Piece.Overridden(key, value));
  }

  /** This app with documents of its own title and version, or with none. */
  public App docs(Docs docs) {
    return with(new Piece.Documented(docs));
  }

  /**
   * Starts the app, without a server: what is started answers requests by itself.
   *
   * @throws StartFailure with everything that is wrong
   */
  public RunningApp start(StartOptions options) {
    return Start.of(pieces, options);
  }

  /**
   * Runs the app as a program: serves it, or does what the first argument says ({@code routes},
   * {@code config}, {@code openapi}, {@code --help}). Returns when the server is listening, and
   * ends the process if it cannot start.
   *
   * @param args the program's arguments
   */
  public void run(String... args) {
    new Program(pieces, args).run();
  }
}
