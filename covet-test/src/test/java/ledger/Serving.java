package ledger;

import dev.covet.api.Mode;
import dev.covet.app.App;
import dev.covet.app.RunningApp;
import dev.covet.app.StartOptions;
import dev.covet.base.config.Source;
import dev.covet.test.TestDatabase;
import dev.covet.web.server.Server;
import dev.covet.web.server.ServerSettings;
import java.util.Map;

/** An app on a free port of this machine, with a database. */
public final class Serving implements AutoCloseable {
  private final RunningApp app;
  private final Server server;

  /** Starts the app. */
  public Serving(App app, TestDatabase database) {
    var url = Source.code(Map.of("TEST_DATABASE_URL", database.url()));
    this.app = app.start(StartOptions.of(Mode.TEST).with(url));
    this.server = Server.start(this.app, ServerSettings.of("127.0.0.1", 0), this.app.loops());
  }

  /** Calls of it. */
  public Calls calls() {
    return new Calls(server.port());
  }

  /** A gauge of its database's connections: {@code open}, {@code in_use}, {@code waiting}. */
  public double connections(String what) {
    return app.metrics().value("database_connections_" + what, "database", "main");
  }

  @Override
  public void close() {
    server.close();
    app.close();
  }
}
