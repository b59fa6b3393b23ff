package dev.covet.web.server;

import dev.covet.base.limit.LimitSource;
import dev.covet.base.loop.Loops;
import dev.covet.base.loop.PoolLimits;
import dev.covet.base.loop.ThreadMode;
import dev.covet.base.loop.TransportMode;
import dev.covet.base.loop.Trust;
import dev.covet.base.observe.Metrics;
import dev.covet.web.http.Dispatcher;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Refusal;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.server.carrier.ServerLimits;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server on a free port for one handler, and clients for it. */
final class RunningServer implements AutoCloseable {
  private final Loops loops;
  private final Server server;

  private RunningServer(Loops loops, Dispatcher app, Map<String, Double> limits) {
    this(loops, app, LimitSource.with(limits, ServerLimits::from));
  }

  private RunningServer(Loops loops, Dispatcher app, ServerLimits limits) {
    this(loops, app, ServerSettings.of("127.0.0.1", 0).withLimits(limits));
  }

  private RunningServer(Loops loops, Dispatcher app, ServerSettings settings) {
    this.loops = loops;
    this.server = started(loops, app, settings);
  }

  private static Server started(Loops loops, Dispatcher app, ServerSettings settings) {
    try {
      return Server.start(app, settings, loops);
    } catch (Throwable e) {
      loops.close();
      throw e;
    }
  }

  /** A server that listens, and speaks, as settings say. */
  static RunningServer of(Handler handler, ServerSettings settings) {
    var loops = new Loops(ThreadMode.AUTO, 1, new Metrics());
    return new RunningServer(loops, new OneRoute(handler, trust(false)), settings);
  }

  static RunningServer of(Handler handler, ServerLimits limits) {
    var loops = new Loops(ThreadMode.AUTO, 1, new Metrics());
    return new RunningServer(loops, new OneRoute(handler, trust(false)), limits);
  }

  static RunningServer of(Handler handler) {
    return of(handler, ThreadMode.AUTO, Map.of());
  }

  static RunningServer of(Handler handler, ThreadMode threads, Map<String, Double> limits) {
    return of(new OneRoute(handler, trust(false)), threads, limits);
  }

  /** A server whose sockets are driven by a transport, if this machine has it. */
  static RunningServer on(TransportMode transport, Handler handler) {
    var loops = new Loops(ThreadMode.AUTO, transport, 1, new Metrics(), PoolLimits.DEFAULT);
    return new RunningServer(loops, new OneRoute(handler, trust(false)), Map.of());
  }

  /** A server for one route that is {@code @Blocking}. */
  static RunningServer blocking(Handler handler) {
    return of(new OneRoute(handler, trust(true)), ThreadMode.AUTO, Map.of());
  }

  /** A server with several event loops. */
  static RunningServer withLoops(int count, Dispatcher app) {
    return new RunningServer(new Loops(ThreadMode.AUTO, count, new Metrics()), app, Map.of());
  }

  static RunningServer of(Dispatcher app, ThreadMode threads, Map<String, Double> limits) {
    return new RunningServer(new Loops(threads, 1, new Metrics()), app, limits);
  }

  /** A server with refusals of its own. */
  static RunningServer of(Handler handler, Refusing refusals, Map<String, Double> limits) {
    return of(new OneRoute(handler, trust(false), refusals), ThreadMode.AUTO, limits);
  }

  static Response refuse(Request request, Refusal why) {
    return Response.text(why.error().code() + ": " + why.message())
        .withStatus(why.error().status());
  }

  Server server() {
    return server;
  }

  Loops loops() {
    return loops;
  }

  /** Waits until each loop has looked for input so often that an end seen next has come alone. */
  void awaitLooks() throws Exception {
    for (var loop : loops.loops()) {
      for (var n = 0; n < 5; n++) {
        loop.events().schedule(() -> {}, 30, TimeUnit.MILLISECONDS).get(60, TimeUnit.SECONDS);
      }
    }
  }

  RawClient connect() throws IOException {
    return new RawClient(server.port());
  }

  @Override
  public void close() {
    server.close();
    loops.close();
  }

  private static Trust trust(boolean blocking) {
    return new Trust("Test.handler", blocking);
  }

  /** Answers what the server refuses. */
  @FunctionalInterface
  interface Refusing {
    Response refuse(Request request, Refusal refusal);
  }

  /** Sends every request to one handler. */
  record OneRoute(Handler handler, Trust trust, Refusing refusing) implements Dispatcher {
    OneRoute(Handler handler, Trust trust) {
      this(handler, trust, RunningServer::refuse);
    }

    @Override
    public Trust trust(Request request) {
      return trust;
    }

    @Override
    public Response handle(Request request) {
      return handler.handle(request);
    }

    @Override
    public Response refuse(Request request, Refusal refusal) {
      return refusing.refuse(request, refusal);
    }
  }
}
