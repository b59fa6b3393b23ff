package dev.covet.data.sql;

import dev.covet.data.query.RowLock;
import dev.covet.data.query.SqlOperation;
import dev.covet.data.table.Mapping;
import dev.covet.data.type.SqlType;
import java.util.List;

/** Where the SQL of two databases differs. */
public interface Dialect {
  /**
   * A placeholder.
   *
   * @param number its position in the statement, from 1
   * @param type of the value that is bound to it
   */
  String placeholder(int number, SqlType<?> type);

  /**
   * A placeholder in a text that somebody else has written, which may say nothing of its type.
   *
   * @param number its position in the statement, from 1
   */
  default String typed(int number, SqlType<?> type) {
    return placeholder(number, type);
  }

  /**
   * A query of the elements of a JSON array, bound as one text.
   *
   * @param type of the elements, each as {@link #key} gives it
   */
  String elements(String placeholder, SqlType<?> type);

  /** A column in a list of those that are read. */
  String read(String column, SqlType<?> type);

  /** Most placeholders of one statement. */
  int parametersMax();

  /** Most levels of one expression. */
  int depthMax();

  /** Text that has another one in it, A to Z equal to a to z and nothing else. */
  String containing(String column, String placeholder);

  /** What is bound for {@link #containing}: the text, with what means more than itself escaped. */
  String part(String text);

  /** Text that begins with another one, A to Z equal to a to z; bound is {@link #part}. */
  String starting(String text, String placeholder);

  /**
   * Text that ends with another one, A to Z equal to a to z.
   *
   * @param first a placeholder for the other text, which stands before {@code second}
   * @param second one more for the same text
   */
  String ending(String text, String first, String second);

  /** Text that is as a pattern says, in the same case; bound is {@link #pattern}. */
  String like(String text, String placeholder);

  /** Text that is as a pattern says, A to Z equal to a to z; bound is the pattern itself. */
  String ilike(String text, String placeholder);

  /**
   * What is bound for {@link #like}.
   *
   * @param pattern with {@code %}, {@code _}, and a backslash before what stands for itself
   */
  default String pattern(String pattern) {
    return pattern;
  }

  /**
   * What is made of values, the same on every database.
   *
   * @param of the type of the first of them
   * @param operands their texts, which stay in this order
   */
  default String call(SqlOperation operation, SqlType<?> of, List<String> operands) {
    return operation.sql(operands);
  }

  /**
   * A list that has the only element of another one; unknown for null.
   *
   * @param placeholder of the JSON of that other one
   */
  String having(String list, String placeholder);

  /**
   * What stands behind a query whose rows are kept from other transactions, with a space before it;
   * nothing where one transaction writes at a time.
   *
   * @param lock how, not {@code NONE}
   * @param rows the name by which the query has the rows
   */
  String locking(RowLock lock, String rows);

  /**
   * A column that holds one of the keys of a JSON array, bound as one text.
   *
   * @param type of the column
   */
  String amongKeys(String column, SqlType<?> type, String placeholder);

  /** A key as it stands in that array: a whole number, else a text. */
  Object key(SqlType<?> type, Object key);

  /** The statements that make a table that is not there, then its indexes. */
  List<String> definitions(Mapping<?, ?> table);
}
