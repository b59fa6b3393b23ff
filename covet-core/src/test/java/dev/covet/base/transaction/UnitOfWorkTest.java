package dev.covet.base.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnitOfWorkTest {
  private final List<String> log = new ArrayList<>();
  private final UnitOfWork unit = new UnitOfWork();

  @Test
  void workIsDoneInOrderAroundTheCommit() {
    unit.afterCommit(() -> log.add("after"));
    unit.afterRollback(() -> log.add("never"));
    unit.beforeCommit(() -> {
      log.add("before");
      unit.beforeCommit(() -> log.add("added"));
    });
    unit.committing();
    unit.committed();

    assertThat(log).containsExactly("before", "added", "after");
  }

  @Test
  void aFailureBeforeTheCommitStopsIt() {
    unit.beforeCommit(() -> {
      throw new IllegalStateException("no");
    });
    unit.afterRollback(() -> log.add("undone"));

    assertThatThrownBy(unit::committing).hasMessage("no");
    unit.rolledBack();
    assertThat(log).containsExactly("undone");
  }

  @Test
  void aFailureAfterTheCommitKeepsNothingElseFromBeingDone() {
    unit.afterCommit(() -> {
      throw new IllegalStateException("first");
    });
    unit.afterCommit(() -> log.add("second"));

    assertThatThrownBy(unit::committed).hasMessage("first");
    assertThat(log).containsExactly("second");
  }

  @Test
  void aCheckedExceptionAfterTheCommitKeepsNothingElseFromBeingDone() {
    unit.afterCommit(() -> UnitOfWorkTest.<RuntimeException>fail(new IOException("first")));
    unit.afterCommit(() -> log.add("second"));

    assertThatThrownBy(unit::committed).hasRootCauseMessage("first");
    assertThat(log).containsExactly("second");
  }

  @SuppressWarnings("unchecked") // as code does that hides checked exceptions
  private static <X extends Exception> void fail(Exception why) throws X {
    throw (X) why;
  }

  @Test
  void noWorkIsLostThatComesFromSeveralThreads() {
    var count = new AtomicInteger();
    IntStream.range(0, UnitOfWork.WORK_MAX)
        .parallel()
        .forEach(_ -> unit.afterCommit(count::incrementAndGet));
    unit.committed();

    assertThat(count).hasValue(UnitOfWork.WORK_MAX);
  }

  @Test
  void nothingIsAddedBehindTheWorkBeforeTheCommitWhichWouldNeverBeDone() {
    unit.beforeCommit(() -> unit.afterCommit(() -> log.add("after")));
    unit.committing();

    assertThatThrownBy(() -> unit.beforeCommit(() -> {})).hasMessage("the transaction is over");
    unit.committed();
    assertThat(log).containsExactly("after");
  }

  @Test
  void nothingCanBeAddedOnceItIsOver() {
    unit.committed();

    assertThatThrownBy(() -> unit.afterCommit(() -> {})).hasMessage("the transaction is over");
  }
}
