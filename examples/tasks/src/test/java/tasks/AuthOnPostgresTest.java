package tasks;

import dev.covet.test.TestDatabase;

/** S1.orm: accounts are the same on PostgreSQL. */
final class AuthOnPostgresTest extends AuthTest {
  @Override
  TestDatabase database() {
    return TestDatabase.postgres();
  }
}
