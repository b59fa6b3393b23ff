package dev.covet.data;

import dev.covet.api.Changes;
import dev.covet.api.Page;
import dev.covet.api.Paging;
import dev.covet.data.driver.Work;
import dev.covet.data.query.Condition;
import dev.covet.data.query.Selection;
import dev.covet.data.table.Mapping;
import java.util.List;
import java.util.Optional;

/** The rows of a database's table. */
record SessionRepository<T, K>(Mapping<T, K> table, Session db) implements Repository<T, K> {
  @Override
  public T insert(T row) {
    return db.insert(table, row);
  }

  @Override
  public Optional<T> find(K key) {
    return db.find(table, key);
  }

  @Override
  public T update(K key, Changes<T> changes) {
    return db.update(table, key, changes);
  }

  @Override
  public T update(K key, Changes<T> changes, long version) {
    return db.update(table, key, changes, version);
  }

  @Override
  public T replace(K key, T row) {
    return db.replace(table, key, row);
  }

  @Override
  public T replace(K key, T row, long version) {
    return db.replace(table, key, row, version);
  }

  @Override
  public T save(T row) {
    return db.save(table, row);
  }

  @Override
  public void delete(K key) {
    db.delete(table, key);
  }

  @Override
  public void delete(K key, long version) {
    db.delete(table, key, version);
  }

  @Override
  public List<T> list(Selection<T> rows) {
    return db.rows(table, rows).list();
  }

  @Override
  public Page<T> page(Selection<T> rows, Paging paging) {
    return db.rows(table, rows).page(paging);
  }

  @Override
  public long count(Condition<T> condition) {
    return db.rows(table, Selection.of(condition)).count();
  }

  @Override
  public <R, X extends Exception> R tx(Work<R, X> work) throws X {
    return db.tx(work);
  }
}
