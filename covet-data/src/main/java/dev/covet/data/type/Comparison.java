package dev.covet.data.type;

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

  /**
   * Whether two values compare so.
   *
   * @param sign of their order: less than 0, 0, or more
   */
  public boolean fits(int sign) {
    return switch (this) {
      case EQ -> sign == 0;
      case NE -> sign != 0;
      case LT -> sign < 0;
      case LE -> sign <= 0;
      case GT -> sign > 0;
      case GE -> sign >= 0;
    };
  }

  /** The operator between two spaces. */
  public String infix() {
    return infix;
  }

  /** The operator. */
  public String sql() {
    return sql;
  }
}
