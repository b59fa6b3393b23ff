package dev.covet.data.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.base.loop.Loops;
import dev.covet.base.loop.PoolFull;
import dev.covet.base.loop.ThreadMode;
import dev.covet.base.observe.Metrics;
import dev.covet.data.OnVirtualThread;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An app lends its databases the threads on which they block, and counts them. */
class BorrowedPoolTest {
  @TempDir private Path folder;
  private final Metrics metrics = new Metrics();
  private final Loops loops = new Loops(ThreadMode.JDK, 1, metrics);

  @AfterEach
  void close() {
    loops.close();
  }

  private Driver open(SqliteFile file) {
    return file.open(DatabaseLimits.STANDARD, _ -> {}, loops);
  }

  private static String worker(Driver driver) throws Exception {
    return OnVirtualThread.call(() -> driver.write(_ -> Thread.currentThread().getName()));
  }

  private double of(String pool, String name) {
    return metrics.value(name, "pool", pool);
  }

  private double connections(String name) {
    return metrics.value("database_connections_" + name, "database", "main");
  }

  @Test
  void aThreadThatMayBlockDoesItsOwnWork() {
    try (var driver = open(SqliteFile.inMemory())) {
      var doing = driver.write(_ -> Thread.currentThread());

      assertThat(doing).isSameAs(Thread.currentThread());
    }
  }

  @Test
  void eachDatabaseHasAPoolOfItsNameWhichEndsWithTheLoops() throws Exception {
    try (var one = open(SqliteFile.inMemory());
        var two = open(SqliteFile.at(folder.resolve("two.db")))) {
      assertThat(worker(one)).startsWith("covet-sqlite-1");
      assertThat(worker(two)).startsWith("covet-sqlite-2-");

      assertThat(of("sqlite", "pool_threads_idle") + of("sqlite", "pool_threads_active"))
          .isPositive();
      assertThat(of("sqlite-2", "pool_threads_idle") + of("sqlite-2", "pool_threads_active"))
          .isPositive();
      assertThat(of("sqlite", "pool_tasks_refused_total")).isZero();

      loops.close();

      assertThatThrownBy(() -> worker(one)).isInstanceOf(PoolFull.class);
      assertThat(of("sqlite", "pool_tasks_refused_total")).isPositive();
      assertThat(of("sqlite-2", "pool_tasks_refused_total")).isZero();
    }
  }

  @Test
  void aPoolIsThereAfterItsDatabaseWasClosed() throws Exception {
    var pool = loops.pool("other", 1, 1);
    open(SqliteFile.inMemory()).close();

    assertThat(pool.call(() -> "ran")).isEqualTo("ran");
    assertThat(of("sqlite", "pool_tasks_waiting")).isZero();
    assertThat(connections("open")).isZero();
  }

  @Test
  void connectionsAreCountedWhileTheyAreOpenAndInUse() {
    try (var driver = open(SqliteFile.at(folder.resolve("one.db")))) {
      assertThat(connections("open")).isEqualTo(5);
      var writing = driver.begin();
      var reading = driver.snapshot();
      assertThat(connections("in_use")).isEqualTo(2);
      reading.rollback();
      assertThat(connections("in_use")).isEqualTo(1);
      writing.rollback();
      assertThat(connections("in_use")).isZero();
    }
    assertThat(connections("open") + connections("in_use")).isZero();
  }

  @Test
  @Timeout(300)
  void aWriteThatThrowsACheckedExceptionOrAnErrorEndsAndLeavesTheWriterToOthers() throws Exception {
    try (var driver = open(SqliteFile.inMemory())) {
      for (var why : List.of(new IOException("checked"), new AssertionError("error"))) {
        Callable<Integer> failing =
            () -> driver.write(_ -> BorrowedPoolTest.<RuntimeException>fail(why));
        assertThatThrownBy(failing::call).hasStackTraceContaining(why.getMessage());
        assertThatThrownBy(() -> OnVirtualThread.call(failing))
            .hasStackTraceContaining(why.getMessage());

        assertThat(worker(driver)).startsWith("covet-sqlite");
      }
    }
  }

  @SuppressWarnings("unchecked") // as code does that hides checked exceptions
  private static <X extends Throwable> Integer fail(Throwable why) throws X {
    throw (X) why;
  }
}
