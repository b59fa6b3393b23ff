package dev.covet.data.query;

import java.util.List;

/** What a database makes of values. */
public enum SqlOperation {
  /** A sum of two. */
  PLUS("(", " + ", ")"),
  /** The first without the second. */
  MINUS("(", " - ", ")"),
  /** A product of two. */
  TIMES("(", " * ", ")"),
  /** A quotient of two, without what is behind the point of whole numbers. */
  DIVIDE("(", " / ", ")"),
  /** What is left of the first by such a division, with its sign. */
  MODULO("(", " % ", ")"),
  /** A number, or null where it is zero: no division by it. */
  NOT_ZERO("nullif(", ",", ",0)"),
  /** One text after the other. */
  CONCAT("(", " || ", ")"),
  /** A to Z as a to z. */
  LOWER("lower("),
  /** The letters a to z as A to Z. */
  UPPER("upper("),
  /** A text without spaces at its ends; other white space stays. */
  TRIM("trim("),
  /** The number of characters (code points). */
  LENGTH("length("),
  /** The first that is not null. */
  OR_ELSE("coalesce("),
  /** The number of rows. */
  COUNT_ROWS("count(*"),
  /** The number of rows that have a value. */
  COUNT("count("),
  /** The number of values that are not the same. */
  COUNT_DISTINCT("count(DISTINCT "),
  /** The sum over rows; null if none has a value. */
  SUM("sum("),
  /** The mean over rows, a floating-point number; null if none has a value. */
  AVERAGE("avg("),
  /** The smallest of the rows' values; null if none has one. */
  MIN("min("),
  /** The largest of the rows' values; null if none has one. */
  MAX("max(");

  private final String open;
  private final String separator;
  private final String close;

  SqlOperation(String open, String separator, String close) {
    this.open = open;
    this.separator = separator;
    this.close = close;
  }

  SqlOperation(String call) {
    this(call, ",", ")");
  }

  /** Whether it makes one value of several rows'. */
  public boolean isAggregate() {
    return compareTo(COUNT_ROWS) >= 0;
  }

  /** The operation as most databases write it. */
  public String sql(List<String> operands) {
    return open + String.join(separator, operands) + close;
  }
}
