package dev.covet.data;

import dev.covet.api.Changes;
import dev.covet.api.Conflict;
import dev.covet.api.NotFound;
import dev.covet.api.Page;
import dev.covet.api.Paging;
import dev.covet.data.driver.VoidWork;
import dev.covet.data.driver.Work;
import dev.covet.data.error.BrokenRow;
import dev.covet.data.error.TooManyValues;
import dev.covet.data.query.Condition;
import dev.covet.data.query.Selection;
import dev.covet.data.table.Mapping;
import dev.covet.data.write.RowMerge;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The rows of one table, for services that want no more of a database than that. Ask for one as for
 * any service: {@code HeroService(Repository<Hero, Long> heroes)}; it is one of a request, over its
 * {@link Session}. A test makes one by hand: {@code new HeroService(Repository.inMemory(HERO))}.
 *
 * <p>Both keep the record's constraints and its unique columns, and throw the same errors.
 *
 * @param <T> the table's record
 * @param <K> its key, boxed
 */
public interface Repository<T, K> {
  /** The rows of a database's table. As thread-safe as the session. */
  static <T, K> Repository<T, K> of(Mapping<T, K> table, Session db) {
    return new SessionRepository<>(table, db);
  }

  /**
   * Rows in memory: for tests, and for what need not outlive the program. Thread-safe. It knows no
   * other tables: {@code @References} is not checked, and conditions on other rows are refused by
   * an {@link UnsupportedOperationException}.
   *
   * @throws IllegalArgumentException if the rows have an {@code @Owner}: nobody is signed in here
   */
  static <T, K> Repository<T, K> inMemory(Mapping<T, K> table) {
    return inMemory(table, Clock.systemUTC());
  }

  /**
   * As {@link #inMemory(Mapping)}.
   *
   * @param clock says when rows are written
   * @throws IllegalArgumentException if the rows have an {@code @Owner}: nobody is signed in here
   */
  static <T, K> Repository<T, K> inMemory(Mapping<T, K> table, Clock clock) {
    if (table.hasOwner()) {
      throw new IllegalArgumentException(
          "%s has an @Owner, and a repository in memory does not know who is signed in: test it with"
                  .formatted(table.entity())
              + " a database, such as Database.memory()");
    }
    return new MapRepository<>(table, clock);
  }

  /** The table. */
  Mapping<T, K> table();

  /**
   * Adds a row.
   *
   * @param row what it holds, read-only components too; a key of 0, or the nil UUID, is replaced
   * @return the row as it is stored
   * @throws Conflict if a unique value is taken, or a key refers to a row that does not exist
   * @throws BrokenRow if the row breaks its constraints
   */
  T insert(T row);

  /** The row with a key, if there is one. */
  Optional<T> find(K key);

  /**
   * The row with a key.
   *
   * @throws NotFound if there is none
   */
  default T get(K key) {
    return find(key).orElseThrow(() -> new RowMerge<>(table()).notFound());
  }

  /**
   * Changes the components that are present, and no others.
   *
   * @return the row as it is stored
   * @throws NotFound if there is no such row
   * @throws Conflict if a unique value is taken, or a key refers to a row that does not exist
   * @throws dev.covet.api.Invalid if a rule over several components would not hold afterwards
   * @throws BrokenRow if a changed component breaks its constraints
   */
  T update(K key, Changes<T> changes);

  /**
   * As {@link #update(Object, Changes)}, for a row that still has the version that was read.
   *
   * @throws Conflict also if it has another one: somebody changed the row meanwhile
   * @throws IllegalArgumentException if the table has no {@code @Version}
   */
  T update(K key, Changes<T> changes, long version);

  /**
   * Puts a record in the place of a row, which keeps its key and read-only components.
   *
   * @return the row as it is stored
   * @throws NotFound if there is no such row
   * @throws Conflict if a unique value is taken, or a key refers to a row that does not exist
   * @throws dev.covet.api.Invalid if a rule over several components would not hold afterwards
   * @throws BrokenRow if the record breaks its constraints
   */
  T replace(K key, T row);

  /**
   * As {@link #replace(Object, Object)}, for a row that still has the version that was read.
   *
   * @throws Conflict also if it has another one: somebody changed the row meanwhile
   * @throws IllegalArgumentException if the table has no {@code @Version}
   */
  T replace(K key, T row, long version);

  /**
   * Adds a row whose key is not set yet, and else writes all of its components, read-only ones too.
   * A key that is no number and no UUID is always set: its row is added where there is none.
   *
   * @param row where it has a {@code @Version}, the one that was read
   * @return the row as it is stored
   * @throws NotFound if there is no row with the number or UUID
   * @throws Conflict if a unique value is taken, a key refers to a row that does not exist, or
   *     somebody changed the row meanwhile
   * @throws BrokenRow if the row breaks its constraints
   */
  T save(T row);

  /**
   * Takes a row away.
   *
   * @throws NotFound if there is no such row
   * @throws Conflict if others refer to it
   */
  void delete(K key);

  /**
   * As {@link #delete(Object)}, for a row that still has the version that was read.
   *
   * @param version what the row's {@code @Version} must hold
   * @throws Conflict also if it holds another one: somebody changed the row meanwhile
   * @throws IllegalArgumentException if the table has no {@code @Version}
   */
  void delete(K key, long version);

  /** All rows, to be narrowed down: {@code heroes.all().where(HERO.age.ge(18)).list()}. */
  default Search<T> all() {
    return new Search<>(this, Selection.all());
  }

  /**
   * Some rows, as {@link #all} asks for them.
   *
   * @throws TooManyValues if an {@code in(...)} lists more than 1,000 values
   */
  List<T> list(Selection<T> rows);

  /** One page of some rows, and how many there are in all, as they are at one moment. */
  Page<T> page(Selection<T> rows, Paging paging);

  /** How many rows fulfil a condition. */
  long count(Condition<T> condition);

  /**
   * Does several things as one: kept when {@code work} returns, undone when it throws. It is about
   * all repositories of the request; in memory, about all that {@code work} uses in its thread. An
   * inner one is undone alone.
   *
   * @throws dev.covet.api.Unavailable if the turn to write does not come in time
   */
  <R, X extends Exception> R tx(Work<R, X> work) throws X;

  /** As {@link #tx(Work)}, of what gives nothing. */
  default <X extends Exception> void tx(VoidWork<X> work) throws X {
    tx(work.work());
  }
}
