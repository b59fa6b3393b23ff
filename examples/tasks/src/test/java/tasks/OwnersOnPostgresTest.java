package tasks;

import dev.covet.test.TestDatabase;

/** S1.orm: owners are the same on PostgreSQL. */
final class OwnersOnPostgresTest extends OwnersTest {
  @Override
  TestDatabase database() {
    return TestDatabase.postgres();
  }
}
