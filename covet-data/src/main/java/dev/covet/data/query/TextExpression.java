package dev.covet.data.query;

import dev.covet.data.type.SqlType;

/**
 * A text of each row.
 *
 * @param <T> the table's record
 */
public interface TextExpression<T> extends Expression<T, String> {
  /** Rows whose text has this somewhere in it; upper and lower case of A to Z are the same. */
  default Condition<T> contains(String part) {
    return new Condition.Matching<>(formula(), TextMatch.CONTAINS, part);
  }

  /** Rows whose text begins with this; upper and lower case of A to Z are the same. */
  default Condition<T> startsWith(String beginning) {
    return new Condition.Matching<>(formula(), TextMatch.STARTS_WITH, beginning);
  }

  /** Rows whose text ends with this; upper and lower case of A to Z are the same. */
  default Condition<T> endsWith(String end) {
    return new Condition.Matching<>(formula(), TextMatch.ENDS_WITH, end);
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
    return new Condition.Matching<>(formula(), TextMatch.LIKE, pattern);
  }

  /**
   * As {@link #like}, but upper and lower case of A to Z are the same.
   *
   * @throws IllegalArgumentException if the pattern is longer than 10,000 characters
   */
  default Condition<T> ilike(String pattern) {
    return new Condition.Matching<>(formula(), TextMatch.ILIKE, pattern);
  }

  /** This with a to z in place of A to Z; other letters stay. */
  default TextExpression<T> lower() {
    return new Made<>(Formula.of(SqlType.TEXT, SqlOperation.LOWER, formula()));
  }

  /** This with A to Z in place of a to z; other letters stay. */
  default TextExpression<T> upper() {
    return new Made<>(Formula.of(SqlType.TEXT, SqlOperation.UPPER, formula()));
  }

  /** This without spaces at its beginning and end; other white space stays. */
  default TextExpression<T> trim() {
    return new Made<>(Formula.of(SqlType.TEXT, SqlOperation.TRIM, formula()));
  }

  /** The number of characters (code points). */
  default LongExpression<T> length() {
    return LongExpression.of(SqlOperation.LENGTH, formula());
  }

  /**
   * This with a text behind it.
   *
   * @throws IllegalArgumentException if the text has U+0000 or half a surrogate pair in it
   */
  default TextExpression<T> concat(String text) {
    return new Made<>(
        Formula.of(
            SqlType.TEXT,
            SqlOperation.CONCAT,
            formula(),
            new Formula.Literal<>(SqlType.TEXT, text)));
  }

  /** This with another text of the row behind it; null if one of them is. */
  default TextExpression<T> concat(Expression<T, String> other) {
    return new Made<>(Formula.of(SqlType.TEXT, SqlOperation.CONCAT, formula(), other.formula()));
  }

  /** One that is made of others. */
  record Made<T>(Formula<T, String> formula) implements TextExpression<T> {}
}
