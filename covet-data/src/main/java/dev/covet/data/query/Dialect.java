package dev.covet.data.query;

/** Where the SQL of two databases differs. */
public interface Dialect {
  /**
   * A placeholder.
   *
   * @param number its position in the statement, from 1
   */
  String placeholder(int number);

  /** Text with a pattern in it, {@code \} escaping, A to Z equal to a to z. */
  String containing(String column, String placeholder);

  /** A column that holds one of the keys of a JSON array, bound as one text. */
  String amongKeys(String column, String placeholder);
}
