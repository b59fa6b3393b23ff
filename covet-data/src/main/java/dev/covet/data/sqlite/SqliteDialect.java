package dev.covet.data.sqlite;

import dev.covet.data.query.Dialect;

/** SQL as SQLite reads it. */
record SqliteDialect() implements Dialect {
  @Override
  public String placeholder(int number) {
    return "?";
  }

  @Override
  public String containing(String column, String placeholder) {
    return column + " LIKE " + placeholder + " ESCAPE '\\'";
  }

  @Override
  public String amongKeys(String column, String placeholder) {
    return column + " IN (SELECT value FROM json_each(" + placeholder + "))";
  }
}
