package dev.covet.data.query;

import java.util.List;

/**
 * A dialect of statements that are about the rows of one owner, where a table has owners. Who that
 * is is said when they are run.
 *
 * @param of says all else
 */
public record OwnersDialect(Dialect of) implements Dialect {
  @Override
  public boolean isOfOwner() {
    return true;
  }

  @Override
  public String placeholder(int number, SqlType<?> type) {
    return of.placeholder(number, type);
  }

  @Override
  public String typed(int number, SqlType<?> type) {
    return of.typed(number, type);
  }

  @Override
  public String elements(String placeholder, SqlType<?> type) {
    return of.elements(placeholder, type);
  }

  @Override
  public String read(String column, SqlType<?> type) {
    return of.read(column, type);
  }

  @Override
  public int parametersMax() {
    return of.parametersMax();
  }

  @Override
  public int depthMax() {
    return of.depthMax();
  }

  @Override
  public String containing(String column, String placeholder) {
    return of.containing(column, placeholder);
  }

  @Override
  public String part(String text) {
    return of.part(text);
  }

  @Override
  public String starting(String text, String placeholder) {
    return of.starting(text, placeholder);
  }

  @Override
  public String ending(String text, String first, String second) {
    return of.ending(text, first, second);
  }

  @Override
  public String like(String text, String placeholder) {
    return of.like(text, placeholder);
  }

  @Override
  public String ilike(String text, String placeholder) {
    return of.ilike(text, placeholder);
  }

  @Override
  public String pattern(String pattern) {
    return of.pattern(pattern);
  }

  @Override
  public String call(SqlOperation operation, SqlType<?> first, List<String> operands) {
    return of.call(operation, first, operands);
  }

  @Override
  public String having(String list, String placeholder) {
    return of.having(list, placeholder);
  }

  @Override
  public String locking(RowLock lock, String rows) {
    return of.locking(lock, rows);
  }

  @Override
  public String amongKeys(String column, SqlType<?> type, String placeholder) {
    return of.amongKeys(column, type, placeholder);
  }

  @Override
  public Object key(SqlType<?> type, Object key) {
    return of.key(type, key);
  }

  @Override
  public List<String> definitions(Mapping<?, ?> table) {
    return of.definitions(table);
  }
}
