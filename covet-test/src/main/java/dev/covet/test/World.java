package dev.covet.test;

import dev.covet.api.Mode;
import dev.covet.app.App;
import dev.covet.app.RunningApp;
import dev.covet.app.StartOptions;
import dev.covet.base.config.Source;
import dev.covet.base.loop.ThreadMode;
import dev.covet.web.server.Server;
import dev.covet.web.server.ServerSettings;
import dev.covet.web.server.carrier.ServerLimits;
import dev.covet.web.server.tls.TlsSettings;
import java.util.Locale;
import java.util.Map;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/** One start of an app, with its clock and, once a client needs one, its server. Thread-safe. */
final class World implements AutoCloseable {
  private final TestClock clock = new TestClock();
  private final TestDatabase database;
  private final RunningApp app;
  private final Watched watched;
  private final Documented documented;
  private @Nullable Server server;
  private @Nullable SecureServer secure;
  private boolean closed;

  World(App app, TestDatabase database) {
    this.database = database;
    this.app = started(app, database);
    this.watched = new Watched(this.app);
    this.documented = new Documented(this.app.operations());
  }

  private RunningApp started(App app, TestDatabase database) {
    try {
      var url = Source.code(Map.of("TEST_DATABASE_URL", database.url()));
      return app.start(StartOptions.of(Mode.TEST).with(clock).with(url));
    } catch (RuntimeException | Error failure) {
      database.close();
      throw failure;
    }
  }

  TestClock clock() {
    return clock;
  }

  RunningApp app() {
    return app;
  }

  Documented documented() {
    return documented;
  }

  Watched watched() {
    return watched;
  }

  Wire memory() {
    return new InMemory(watched);
  }

  /** A way over a socket; the first who asks starts the server. */
  Wire http1() {
    return new Http1Wire(watched, plain().port(), SocketFactory.getDefault());
  }

  /** A way over a socket by HTTP/2; the first who asks starts the server. */
  Wire http2() {
    return new Http2Wire(watched, plain().port(), SocketFactory.getDefault());
  }

  private synchronized Server plain() {
    if (closed) throw new IllegalStateException("the client is closed");
    var own = server == null ? started(TlsSettings.OFF) : server;
    server = own;
    return own;
  }

  /** A way over a socket that is encrypted; the first who asks starts the server. */
  Wire https() {
    var own = encrypted();
    return new Http1Wire(watched, own.port(), own.sockets());
  }

  /** A way over a socket that is encrypted, by HTTP/2; the first who asks starts the server. */
  Wire https2() {
    var own = encrypted();
    return new Http2Wire(watched, own.port(), own.sockets());
  }

  private synchronized SecureServer encrypted() {
    if (closed) throw new IllegalStateException("the client is closed");
    var own = secure == null ? SecureServer.start(this::started) : secure;
    secure = own;
    return own;
  }

  private Server started(TlsSettings tls) {
    if (threads() == ThreadMode.LOOP) watched.trustAll();
    return Server.start(watched, settings().withTls(tls), app.loops());
  }

  private ThreadMode threads() {
    var threads = app.config().setting("THREADS").orElse("auto").asText();
    return ThreadMode.valueOf(threads.toUpperCase(Locale.ROOT));
  }

  private ServerSettings settings() {
    var limits = ServerLimits.from(app.config().limits());
    return ServerSettings.of("127.0.0.1", 0).withLimits(limits);
  }

  @Override
  public synchronized void close() {
    if (closed) return;
    closed = true;
    if (server != null) server.close();
    if (secure != null) secure.close();
    app.close();
    database.close();
  }
}
