package dev.covet.data;

import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import dev.covet.data.driver.StatementListener;
import dev.covet.data.sqlite.SqliteDriver;
import dev.covet.data.sqlite.SqliteFile;
import java.nio.file.Path;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.io.TempDir;

/** P11, D45 on SQLite. */
final class SqliteMeaningTest extends MeaningContract {
  @TempDir private Path folder;

  @Override
  Driver open(StatementListener listener) {
    var file = SqliteFile.at(folder.resolve("meaning.db"));
    return SqliteDriver.open(file, DatabaseLimits.STANDARD, listener, ForkJoinPool.commonPool());
  }
}
