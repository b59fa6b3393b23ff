package tasks;

import dev.covet.test.TestDatabase;

/** S1.orm: the service does the same on PostgreSQL. */
final class TasksOnPostgresTest extends TasksTest {
  @Override
  TestDatabase database() {
    return TestDatabase.postgres();
  }
}
