package heroes;

import dev.covet.test.TestDatabase;

/** S4.db.engine: the service does the same on PostgreSQL. */
final class HeroesOnPostgresTest extends HeroesTest {
  @Override
  TestDatabase database() {
    return TestDatabase.postgres();
  }
}
