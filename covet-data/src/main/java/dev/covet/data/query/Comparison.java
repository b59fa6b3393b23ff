package dev.covet.data.query;

/** How two values are compared in SQL. */
public enum Comparison {
  /** The same. */
  EQ("="),
  /** Not the same. */
  NE("<>"),
  /** Less. */
  LT("<"),
  /** Less or the same. */
  LE("<="),
  /** More. */
  GT(">"),
  /** More or the same. */
  GE(">=");

  private final String sql;
  private final String infix;

  Comparison(String sql) {
    this.sql = sql;
    this.infix = " " + sql + " ";
  }

  /** Whether it asks for what is less or more. */
  boolean isOfOrder() {
    return this != EQ && this != NE;
  }

  /** The operator between two spaces. */
  String infix() {
    return infix;
  }

  /** The operator. */
  public String sql() {
    return sql;
  }
}
