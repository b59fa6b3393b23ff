package dev.covet.data.query;

import dev.covet.data.type.SqlType;

/**
 * A text of each row.
 *
 * @param <T> the table's record
 */
public sealed interface TextExpression<T> extends Expression<T, String>
    permits TextColumn, Computed.OfText {
  /** Rows whose text has this somewhere in it; upper and lower case of A to Z are the same. */
  default Condition<T> contains(String part) {
    return new Condition.Matching<>(this, TextMatch.CONTAINS, part);
  }

  /** Rows whose text begins with this; upper and lower case of A to Z are the same. */
  default Condition<T> startsWith(String beginning) {
    return new Condition.Matching<>(this, TextMatch.STARTS_WITH, beginning);
  }

  /** Rows whose text ends with this; upper and lower case of A to Z are the same. */
  default Condition<T> endsWith(String end) {
    return new Condition.Matching<>(this, TextMatch.ENDS_WITH, end);
  }

  /**
   * Rows whose whole text is as a pattern says, in the same case.
   *
   * @param pattern {@code %} stands for any text, {@code _} for any character, and a backslash
   *     before one of them, or another backslash, for the character itself; at most 10,000
   *     characters. Text that a client sends belongs into {@link #contains}.
   * @throws IllegalArgumentException if the pattern is longer
   */
  default Condition<T> like(String pattern) {
    return new Condition.Matching<>(this, TextMatch.LIKE, pattern);
  }

  /**
   * As {@link #like}, but upper and lower case of A to Z are the same.
   *
   * @throws IllegalArgumentException if the pattern is longer than 10,000 characters
   */
  default Condition<T> ilike(String pattern) {
    return new Condition.Matching<>(this, TextMatch.ILIKE, pattern);
  }

  /** This with a to z in place of A to Z; other letters stay. */
  default TextExpression<T> lower() {
    return new Computed.OfText<>(Formula.of(SqlOperation.LOWER, this));
  }

  /** This with A to Z in place of a to z; other letters stay. */
  default TextExpression<T> upper() {
    return new Computed.OfText<>(Formula.of(SqlOperation.UPPER, this));
  }

  /** This without spaces at its beginning and end; other white space stays. */
  default TextExpression<T> trim() {
    return new Computed.OfText<>(Formula.of(SqlOperation.TRIM, this));
  }

  /** The number of characters (code points). */
  default LongExpression<T> length() {
    return new Computed.OfLong<>(Formula.of(SqlOperation.LENGTH, this));
  }

  /**
   * This with a text behind it.
   *
   * @throws IllegalArgumentException if the text has U+0000 or half a surrogate pair in it
   */
  default TextExpression<T> concat(String text) {
    return new Computed.OfText<>(
        Formula.of(SqlOperation.CONCAT, this, new Literal<>(SqlType.TEXT, text)));
  }

  /** This with another text of the row behind it; null if one of them is. */
  default TextExpression<T> concat(Expression<T, String> other) {
    return new Computed.OfText<>(Formula.of(SqlOperation.CONCAT, this, other));
  }
}
