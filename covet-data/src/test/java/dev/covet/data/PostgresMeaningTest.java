package dev.covet.data;

import dev.covet.api.Mode;
import dev.covet.base.config.Config;
import dev.covet.base.config.Source;
import dev.covet.base.config.StartFaults;
import dev.covet.base.loop.Loops;
import dev.covet.base.loop.ThreadMode;
import dev.covet.base.observe.Metrics;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import dev.covet.data.driver.StatementListener;
import dev.covet.data.postgres.PostgresOpener;
import dev.covet.data.postgres.PostgresServer;
import org.junit.jupiter.api.AfterAll;

/** P11, D45, S4.db.engine on PostgreSQL. */
final class PostgresMeaningTest extends MeaningContract {
  private static final Loops LOOPS = new Loops(ThreadMode.JDK, 2, new Metrics());

  @Override
  Driver open(StatementListener listener) {
    var config = Config.of(Mode.TEST, new StartFaults(), new Source[0]);
    return new PostgresOpener()
        .target(PostgresServer.url(), config)
        .open(DatabaseLimits.STANDARD, listener, LOOPS);
  }

  @AfterAll
  static void end() {
    LOOPS.close();
  }
}
