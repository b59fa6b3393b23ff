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
import dev.covet.data.driver.Target;
import dev.covet.data.postgres.PostgresOpener;
import dev.covet.data.postgres.PostgresServer;
import dev.covet.data.sqlite.SqliteFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Every kind of database, for what must be the same on each: D45, S4.db.engine. */
enum Databases {
  SQLITE {
    @Override
    Driver open(DatabaseLimits limits, StatementListener listener) {
      return SqliteFile.at(Temporary.folder().resolve("test.db")).open(limits, listener);
    }

    @Override
    Target same(Driver open) {
      return SqliteFile.at(
          Path.of(open.evolution().address().url().substring("jdbc:sqlite:".length())));
    }
  },
  POSTGRESQL {
    @Override
    Driver open(DatabaseLimits limits, StatementListener listener) {
      return new PostgresOpener()
          .target(PostgresServer.url(), Temporary.config())
          .open(limits, text -> listener.statement(alike(text)), Temporary.LOOPS);
    }

    @Override
    Target same(Driver open) {
      var schema = open.evolution().address().properties().get("currentSchema");
      var url = PostgresServer.url().replaceFirst("=.*", "=" + schema);
      return new PostgresOpener().target(url, Temporary.config());
    }

    // with the placeholders of SQLite
    private static String alike(String text) {
      return text.replaceAll("\\$\\d+", "?");
    }
  };

  /** What tests of one JVM share. */
  private static final class Temporary {
    private static final Loops LOOPS = new Loops(ThreadMode.JDK, 2, new Metrics());

    private static Config config() {
      return Config.of(Mode.TEST, new StartFaults(), new Source[0]);
    }

    private static Path folder() {
      try {
        return Files.createTempDirectory(Path.of("target"), "database");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** An empty database. */
  abstract Driver open(DatabaseLimits limits, StatementListener listener);

  /** The database that is open, to be opened once more. */
  abstract Target same(Driver open);
}
