package dev.covet.data.store;

import dev.covet.api.Conflict;
import dev.covet.api.Unavailable;
import dev.covet.base.loop.PoolFull;
import dev.covet.base.observe.LoggedFault;
import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.Driver;
import dev.covet.data.driver.Violation;
import dev.covet.data.error.CommitUnknown;
import dev.covet.data.error.StatementTimeout;
import dev.covet.data.error.TooManyValues;
import dev.covet.data.error.TransactionConflict;
import dev.covet.data.query.Extent;
import dev.covet.data.sql.Plan;
import dev.covet.data.sql.SqlTerms;
import dev.covet.data.sql.Statements;
import dev.covet.data.table.Mapping;
import dev.covet.data.table.RowSource;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A driver for sessions: keeps how each source is read and written, and turns what it throws into
 * what a client may see. Thread-safe.
 */
public final class Store {
  /** Most sources that are kept, so that one made for each call fills no memory. */
  private static final int SOURCES_MAX = 1_000;

  /** Those of {@code LIMIT} and {@code OFFSET}. */
  private static final int PAGING_PARAMETERS = 2;

  /** At most one line in 10 s says that the disk is full, which may be the one of the log, too. */
  private static final long FULL_LINES_NANOS = 10_000_000_000L;

  private static final Logger LOG = LoggerFactory.getLogger(Store.class);

  private final Driver driver;
  private final SqlTerms terms;
  private final Clock clock;
  private final String database;
  private final AtomicLong nextFullLineNanos = new AtomicLong(System.nanoTime());
  private final Map<RowSource<?, ?, ?>, Plan<?, ?>> plans = new ConcurrentHashMap<>();
  private final Map<RowSource<?, ?, ?>, Statements<?, ?>> statements = new ConcurrentHashMap<>();

  /** A database that is open. */
  public Store(Driver driver) {
    this(driver, Clock.systemUTC(), "");
  }

  /**
   * A store.
   *
   * @param clock says when rows are written
   * @param database its qualifier; empty for the app's own
   */
  public Store(Driver driver, Clock clock, String database) {
    this(driver, SqlTerms.of(driver.dialect()), clock, database);
  }

  private Store(Driver driver, SqlTerms terms, Clock clock, String database) {
    this.driver = driver;
    this.terms = terms;
    this.clock = clock;
    this.database = database;
  }

  /** This, where rows of tables with {@code @Owner} are those of one owner alone. */
  public Store ofOwner() {
    return new Store(driver, new SqlTerms(terms.dialect(), true), clock, database);
  }

  /** The moment that rows get which are written now. */
  public Instant now() {
    return clock.instant();
  }

  /** What runs its statements. */
  public Driver driver() {
    return driver;
  }

  <R extends @Nullable Object> R told(Supplier<R> work) {
    try {
      return work.get();
    } catch (DatabaseFault fault) {
      throw switch (fault.kind()) {
        case UNAVAILABLE -> new Unavailable(String.valueOf(fault.getMessage()));
        case FULL -> full(fault);
        case CONFLICT -> new TransactionConflict(fault);
        case COMMIT_UNKNOWN -> new CommitUnknown(fault);
        case TIMEOUT -> new StatementTimeout(fault);
        case BROKEN -> fault;
      };
    } catch (Violation violation) { // of a commit, or of the program's own SQL: of no field
      throw violation.rule() == Violation.Rule.CHECK ? violation : unsaid();
    } catch (PoolFull _) {
      throw new Unavailable("The database is busy");
    }
  }

  /** A conflict of which nobody knows what it is about. */
  public static Conflict unsaid() {
    return new Conflict("This conflicts with what is stored");
  }

  /** Whoever runs the service can make room; its clients need not know. */
  private Unavailable full(DatabaseFault fault) {
    var now = System.nanoTime();
    var next = nextFullLineNanos.get();
    if (now - next >= 0 && nextFullLineNanos.compareAndSet(next, now + FULL_LINES_NANOS)) {
      LOG.error("disk_full", LoggedFault.of(fault));
    }
    return new Unavailable("The database cannot write at the moment");
  }

  /** Refuses a condition that is too deep, or lists too many values, at once or in all. */
  public void check(Extent extent) {
    var depthMax = driver.dialect().depthMax();
    if (extent.depth() > depthMax) {
      throw new IllegalArgumentException(
          "A condition is %s levels deep; the database accepts %s. Nest conditions less."
              .formatted(extent.depth(), depthMax));
    }
    var valuesMax = driver.limits().inValuesMax();
    if (extent.listedMax() > valuesMax) throw new TooManyValues(valuesMax);
    var parametersMax = driver.dialect().parametersMax() - PAGING_PARAMETERS;
    if (extent.parametersMax() > parametersMax) throw new TooManyValues(parametersMax);
  }

  /** How the rows of a source are read. */
  @SuppressWarnings("unchecked") // a source is kept with its own plan
  public <T, R> Plan<T, R> plan(RowSource<T, ?, R> source) {
    return (Plan<T, R>) kept(plans, source, it -> new Plan<>(own(it), terms));
  }

  /** The statements about a table. */
  @SuppressWarnings("unchecked") // a table is kept with its own statements
  public <T, K> Statements<T, K> statements(Mapping<T, K> table) {
    return (Statements<T, K>) kept(statements, table, _ -> new Statements<>(own(table), terms));
  }

  /** A table of another database may be here, too, by its name, and be another one. */
  private <S extends RowSource<?, ?, ?>> S own(S source) {
    var other = source.root().database();
    if (!other.equals(database)) {
      throw new IllegalArgumentException(
          "%s is a table of %s, and this is a session of %s. Ask for a Session %s."
              .formatted(
                  source.root().entity(),
                  Tables.shown(other),
                  Tables.shown(database),
                  other.isEmpty() ? "without the annotation" : "with " + other));
    }
    return source;
  }

  private static <S, V> V kept(Map<S, V> all, S key, Function<S, V> make) {
    var kept = all.get(key);
    if (kept != null) return kept;
    return all.size() < SOURCES_MAX ? all.computeIfAbsent(key, make) : make.apply(key);
  }
}
