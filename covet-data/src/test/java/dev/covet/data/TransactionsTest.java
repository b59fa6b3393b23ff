package dev.covet.data;

import static golden.heroes.TeamTable.TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Changes;
import dev.covet.api.Conflict;
import dev.covet.base.transaction.UnitOfWork;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import dev.covet.data.driver.Isolation;
import dev.covet.data.sql.Sql;
import dev.covet.data.store.Store;
import dev.covet.data.store.Watch;
import golden.heroes.Team;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Details 23: blocks of a session, nested ones, and the work that goes along with them. */
@ParameterizedClass
@EnumSource
class TransactionsTest {
  private final Databases database;
  private final ExecutorService workers = Executors.newCachedThreadPool();

  private final List<String> said = new ArrayList<>();
  private final Counted watch = new Counted();
  private Driver driver;
  private Session db;

  TransactionsTest(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void createTables() {
    driver = database.open(DatabaseLimits.STANDARD, _ -> {});
    driver.create(List.of(TEAM));
    db = new Session(new Store(driver), watch);
  }

  @AfterEach
  void close() {
    driver.close();
    workers.shutdownNow();
  }

  @Test
  void anInnerTransactionIsASavepointThatIsUndoneAlone() {
    db.tx(() -> {
      insert("outer");
      db.tx(() -> {
        insert("inner");
        undone("innermost");
        return insert("inner, too");
      });
      undone("second");
      return insert("outer, too");
    });

    assertThat(names()).containsExactly("outer", "inner", "inner, too", "outer, too");
  }

  @Test
  void aBlockThatGivesNothingIsATransactionToo() {
    db.tx(() -> {
      insert("kept");
    });
    db.tx(
        Isolation.REPEATABLE_READ,
        () -> {
          insert("kept too");
        });
    assertThatThrownBy(() ->
            db.tx(() -> {
              insert("undone");
              if (names().size() > 2) throw new IOException("full");
            }))
        .isInstanceOf(IOException.class);

    assertThat(names()).containsExactly("kept", "kept too");
  }

  private void undone(String name) {
    assertThatThrownBy(() ->
            db.tx(() -> {
              insert(name);
              throw new IllegalStateException("no");
            }))
        .hasMessage("no");
  }

  @Test
  void whatAnInnerTransactionKeptGoesWithTheOuterOne() {
    assertThatThrownBy(() ->
            db.tx(() -> {
              db.tx(() -> insert("kept for now"));
              throw new IllegalStateException("no");
            }))
        .hasMessage("no");

    assertThat(names()).isEmpty();
  }

  @Test
  void aWriteThatFailsInATransactionTakesNothingElseWithIt() {
    db.tx(() -> {
      insert("first");
      assertThatThrownBy(() -> insert("first")).isInstanceOf(Conflict.class);
      return insert("second");
    });

    assertThat(names()).containsExactly("first", "second");
  }

  @Test
  void readOnlySeesOneStateAndRefusesWhatWrites() {
    insert("before");
    db.readOnly(() -> {
      assertThat(names()).containsExactly("before");
      new Session(driver).insert(TEAM, new Team(0, "meanwhile", "x"));
      assertThat(names()).containsExactly("before");
      assertThat(db.find(TEAM, 2)).isEmpty();
      List<Runnable> writes =
          List.of(
              () -> insert("x"),
              () -> db.update(TEAM, 1, Changes.of(TEAM.name.to("x"))),
              () -> db.replace(TEAM, 1, new Team(0, "x", "x")),
              () -> db.delete(TEAM, 1),
              () -> db.tx(() -> insert("x")));
      assertThat(writes)
          .allSatisfy(write ->
              assertThatThrownBy(write::run)
                  .isInstanceOf(IllegalStateException.class)
                  .hasMessageContaining("db.readOnly(...) can only read"));
      return true;
    });

    assertThat(names()).containsExactly("before", "meanwhile");
    assertThat(db.tx(() -> db.readOnly(() -> insert("in a tx"))).id()).isEqualTo(3);
  }

  @Test
  void workBeforeTheCommitIsPartOfItAndWorkAfterSeesItDone() {
    db.tx(() -> {
      unit().afterCommit(() -> said.add("after " + names()));
      unit().afterRollback(() -> said.add("rolled back"));
      unit().beforeCommit(() -> insert("hook"));
      db.tx(() -> {
        unit().beforeCommit(() -> said.add("before " + names()));
        return insert("inner");
      });
      return insert("outer");
    });

    assertThat(said).containsExactly("before [inner, outer, hook]", "after [inner, outer, hook]");
    assertThat(db.unitOfWork()).isEmpty();
    assertThat(db.readOnly(db::unitOfWork)).isEmpty();
  }

  @Test
  void workBeforeTheCommitThatFailsUndoesEverything() {
    assertThatThrownBy(() ->
            db.tx(() -> {
              unit().afterCommit(() -> said.add("after"));
              unit().afterRollback(() -> said.add("rolled back " + names()));
              unit()
                  .beforeCommit(() -> {
                    throw new IllegalStateException("not this");
                  });
              return insert("undone");
            }))
        .hasMessage("not this");

    assertThat(said).containsExactly("rolled back []");
  }

  @Test
  void workAfterABlockThatFailedIsDoneAndItsOwnFailureIsAddedToTheFirst() {
    assertThatThrownBy(() ->
            db.tx(() -> {
              unit()
                  .afterRollback(() -> {
                    throw new IllegalStateException("second");
                  });
              throw new IllegalArgumentException("first");
            }))
        .hasMessage("first")
        .satisfies(it -> assertThat(it.getSuppressed()).hasSize(1));
    assertThat(insert("next").id()).isEqualTo(1);
  }

  @Test
  void workAfterTheCommitThatFailsLeavesItDone() {
    assertThatThrownBy(() ->
            db.tx(() -> {
              unit()
                  .afterCommit(() -> {
                    throw new IllegalStateException("too late");
                  });
              return insert("kept");
            }))
        .hasMessage("too late");

    assertThat(names()).containsExactly("kept");
  }

  @Test
  void whatFailsInUndoingIsToldWithWhyItWasUndoneAndNeverInItsPlace() {
    var no = new IllegalStateException("no");
    assertThatThrownBy(() ->
            db.tx(() -> {
              unit().afterRollback(() -> fail(new IOException("outer, undoing")));
              return db.tx(() -> {
                unit().afterRollback(() -> fail(no));
                throw no;
              });
            }))
        .isSameAs(no)
        .satisfies(it -> assertThat(it.getSuppressed()).hasSize(1))
        .hasStackTraceContaining("outer, undoing");
  }

  private static void fail(Exception why) {
    TransactionsTest.<RuntimeException>hidden(why);
  }

  @SuppressWarnings("unchecked") // as code does that hides checked exceptions
  private static <X extends Exception> void hidden(Exception why) throws X {
    throw (X) why;
  }

  @Test
  void afterATransactionEveryThreadWritesAndSoDoThoseThatRanStatementsInIt() {
    db.tx(() -> {
      elsewhere(() -> insert("part"));
      return insert("first");
    });
    elsewhere(() -> insert("alone"));
    elsewhere(() -> db.tx(() -> insert("tx elsewhere")));
    insert("alone, here");

    assertThat(names()).containsExactly("part", "first", "alone", "tx elsewhere", "alone, here");
    assertThat(watch.standAlone).isEqualTo(2);
  }

  private void elsewhere(Runnable work) {
    CompletableFuture.runAsync(work, workers).join();
  }

  @Test
  void whatAThreadWritesThatOutlivesItsTransactionStandsAlone() {
    var late = new CompletableFuture<Team>();
    var isOver = new CountDownLatch(1);
    assertThatThrownBy(() ->
            db.tx(() -> {
              workers.execute(() -> {
                await(isOver);
                complete(late, () -> insert("late"));
              });
              insert("undone");
              throw new IllegalStateException("no");
            }))
        .hasMessage("no");
    isOver.countDown();

    assertThat(late.join().name()).isEqualTo("late");
    assertThat(names()).containsExactly("late");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static <R> void complete(CompletableFuture<R> future, Supplier<R> work) {
    try {
      future.complete(work.get());
    } catch (RuntimeException failure) {
      future.completeExceptionally(failure);
    }
  }

  @Test
  void writesThatStandAloneAreCountedAndThoseOfATransactionAreNot() {
    insert("one");
    db.tx(() -> {
      insert("two");
      return insert("three");
    });
    names();
    assertThat(watch.standAlone).isEqualTo(1);
    insert("four");
    assertThat(watch.standAlone).isEqualTo(2);
  }

  private UnitOfWork unit() {
    return db.unitOfWork().orElseThrow();
  }

  private Team insert(String name) {
    return db.insert(TEAM, new Team(0, name, "x"));
  }

  private List<String> names() {
    return db.from(TEAM).orderBy(TEAM.id.asc()).list().stream().map(Team::name).toList();
  }

  /**
   * D36: two that each look at what the other writes. On PostgreSQL one is run again; on SQLite
   * they take turns.
   */
  @Test
  void transactionsThatDoNotFitTogetherAreRunAsIfOneCameAfterTheOther() throws Exception {
    var both = new CyclicBarrier(2);
    var runs = new AtomicInteger();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls =
          Stream.of("first", "second")
              .map(name -> callers.submit(() -> alone(name, both, runs)))
              .toList();
      for (var call : calls) call.get(60, TimeUnit.SECONDS);
    }

    assertThat(names()).hasSize(1);
    assertThat(runs).hasValueBetween(2, 4);
  }

  /** Stores a team if there is none. */
  private boolean alone(String name, CyclicBarrier both, AtomicInteger runs) throws Exception {
    var own = new Session(driver);
    return own.tx(
        Isolation.SERIALIZABLE,
        () -> {
          var isNone = own.from(TEAM).count() == 0;
          if (runs.incrementAndGet() <= 2 && database == Databases.POSTGRESQL) both.await();
          if (isNone) own.insert(TEAM, new Team(0, name, "x"));
          return isNone;
        });
  }

  @Test
  void anInnerTransactionCannotSeeLessThanTheOuterOne() {
    assertThatThrownBy(() -> db.tx(() -> db.tx(Isolation.SERIALIZABLE, () -> true)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("SERIALIZABLE");
    assertThat(db.<Boolean, RuntimeException>tx(Isolation.SERIALIZABLE, () -> db.tx(() -> true)))
        .isTrue();
  }

  /** Counts what stands alone. */
  private static final class Counted implements Watch {
    private int standAlone;

    @Override
    public void ran(Sql sql, long rows, long nanos) {}

    @Override
    public void statement(String sql) {}

    @Override
    public void writes() {}

    @Override
    public void standAloneWrite() {
      standAlone++;
    }

    @Override
    public void committed() {}
  }
}
