package dev.covet.data.sqlite;

/** Statements that end only when they are stopped. */
final class Endless {
  private static final String NUMBERS =
      "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) ";

  static final String QUERY = NUMBERS + "SELECT count(*) FROM n";

  static final String INSERT =
      "INSERT INTO team (name, headquarters) " + NUMBERS + "SELECT 'n' || x, 'x' FROM n";

  private Endless() {}
}
