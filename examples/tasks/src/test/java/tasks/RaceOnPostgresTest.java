package tasks;

import dev.covet.test.TestDatabase;

/** S1.task.create: the same on PostgreSQL. */
final class RaceOnPostgresTest extends RaceTest {
  @Override
  TestDatabase database() {
    return TestDatabase.postgres();
  }
}
