package tasks;

import dev.covet.test.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** S1.task.create: the same on PostgreSQL. */
final class RaceOnPostgresTest extends RaceTest {
  RaceOnPostgresTest(@TempDir Path folder) {
    super(folder);
  }

  @Override
  TestDatabase database(Path folder) {
    return TestDatabase.postgres();
  }
}
