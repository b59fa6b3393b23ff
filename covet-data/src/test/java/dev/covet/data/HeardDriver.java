package dev.covet.data;

import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Difference;
import dev.covet.data.driver.Driver;
import dev.covet.data.driver.Evolution;
import dev.covet.data.driver.Extension;
import dev.covet.data.driver.Isolation;
import dev.covet.data.driver.Link;
import dev.covet.data.driver.Transaction;
import dev.covet.data.sql.Dialect;
import dev.covet.data.sql.Row;
import dev.covet.data.sql.Sql;
import dev.covet.data.table.Mapping;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A driver whose statements are heard with their values. */
record HeardDriver(Driver driver, Consumer<Sql> heard) implements Driver {
  private record HeardLink(Link link, Consumer<Sql> heard) implements Link {
    @Override
    public <R extends @Nullable Object> List<R> query(
        Sql sql, Function<? super Row, ? extends R> each) {
      heard.accept(sql);
      return link.query(sql, each);
    }

    @Override
    public long execute(Sql sql) {
      heard.accept(sql);
      return link.execute(sql);
    }
  }

  private record HeardTransaction(Transaction transaction, Consumer<Sql> heard)
      implements Transaction {
    @Override
    public <R extends @Nullable Object> R run(Function<Link, R> work) {
      return transaction.run(link -> work.apply(new HeardLink(link, heard)));
    }

    @Override
    public void savepoint(int depth) {
      transaction.savepoint(depth);
    }

    @Override
    public void rollbackTo(int depth) {
      transaction.rollbackTo(depth);
    }

    @Override
    public void release(int depth) {
      transaction.release(depth);
    }

    @Override
    public void commit() {
      transaction.commit();
    }

    @Override
    public void rollback() {
      transaction.rollback();
    }
  }

  private <R extends @Nullable Object> Function<Link, R> heard(Function<Link, R> work) {
    return link -> work.apply(new HeardLink(link, heard));
  }

  @Override
  public Dialect dialect() {
    return driver.dialect();
  }

  @Override
  public DatabaseLimits limits() {
    return driver.limits();
  }

  @Override
  public <R extends @Nullable Object> R readByKey(Function<Link, R> work) {
    return driver.readByKey(heard(work));
  }

  @Override
  public <R extends @Nullable Object> R readOnce(Function<Link, R> work) {
    return driver.readOnce(heard(work));
  }

  @Override
  public <R extends @Nullable Object> R read(Function<Link, R> work) {
    return driver.read(heard(work));
  }

  @Override
  public <R extends @Nullable Object> R write(Function<Link, R> work) {
    return driver.write(heard(work));
  }

  @Override
  public <R extends @Nullable Object> R writeOnce(Function<Link, R> work) {
    return driver.writeOnce(heard(work));
  }

  @Override
  public Transaction begin(Isolation isolation) {
    return new HeardTransaction(driver.begin(isolation), heard);
  }

  @Override
  public Transaction snapshot() {
    return new HeardTransaction(driver.snapshot(), heard);
  }

  @Override
  public void create(List<? extends Mapping<?, ?>> tables) {
    driver.create(tables);
  }

  @Override
  public Extension extend(List<? extends Mapping<?, ?>> tables) {
    return driver.extend(tables);
  }

  @Override
  public List<String> missing(List<? extends Mapping<?, ?>> tables) {
    return driver.missing(tables);
  }

  @Override
  public Evolution evolution() {
    return driver.evolution();
  }

  @Override
  public List<Difference> differences(List<? extends Mapping<?, ?>> tables) {
    return driver.differences(tables);
  }

  @Override
  public void close() {
    driver.close();
  }
}
