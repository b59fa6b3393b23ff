package dev.covet.data.postgres.tables;

import java.util.List;

/** A connection, as far as tables are looked at and changed on it. */
public interface PostgresAnswers {
  /** All rows of a statement, each as texts. */
  List<List<String>> texts(String sql, String... arguments);

  /** Runs a statement. */
  void run(String sql);
}
