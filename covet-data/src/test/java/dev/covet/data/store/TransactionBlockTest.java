package dev.covet.data.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.base.transaction.UnitOfWork;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import dev.covet.data.driver.Link;
import dev.covet.data.driver.Transaction;
import dev.covet.data.sqlite.SqliteFile;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told of a transaction that cannot even be undone. */
class TransactionBlockTest {
  private final Driver driver = SqliteFile.inMemory().open(DatabaseLimits.STANDARD, _ -> {});
  private final UnitOfWork unit = new UnitOfWork();

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void aRollbackThatFailsIsToldAlsoWhereTheWorkAfterItFails() {
    unit.afterRollback(() -> {
      throw new IllegalStateException("after the rollback");
    });
    var block = new TransactionBlock(new Store(driver), new Broken(), unit);

    assertThatThrownBy(() -> block.outermost(TransactionBlockTest::fail, () -> {}))
        .hasMessage("first")
        .satisfies(first ->
            assertThat(first.getSuppressed())
                .singleElement()
                .satisfies(rollback -> {
                  assertThat(rollback).hasMessage("rollback");
                  assertThat(rollback.getSuppressed())
                      .extracting(Throwable::getMessage)
                      .containsExactly("after the rollback");
                }));
  }

  private static boolean fail() {
    throw new IllegalStateException("first");
  }

  /** One that cannot be undone. */
  private record Broken() implements Transaction {
    @Override
    public <R extends @Nullable Object> R run(Function<Link, R> work) {
      throw new IllegalStateException("not used");
    }

    @Override
    public void savepoint(int depth) {}

    @Override
    public void rollbackTo(int depth) {}

    @Override
    public void release(int depth) {}

    @Override
    public void commit() {}

    @Override
    public void rollback() {
      throw new IllegalStateException("rollback");
    }
  }
}
