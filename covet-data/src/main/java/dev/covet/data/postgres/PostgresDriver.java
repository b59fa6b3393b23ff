package dev.covet.data.postgres;

import dev.covet.api.Mode;
import dev.covet.base.loop.Failures;
import dev.covet.base.loop.Loops;
import dev.covet.base.observe.LoggedFault;
import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Difference;
import dev.covet.data.driver.Driver;
import dev.covet.data.driver.Evolution;
import dev.covet.data.driver.Extension;
import dev.covet.data.driver.Isolation;
import dev.covet.data.driver.JdbcAddress;
import dev.covet.data.driver.Link;
import dev.covet.data.driver.StatementListener;
import dev.covet.data.driver.Transaction;
import dev.covet.data.postgres.tables.PostgresCatalog;
import dev.covet.data.postgres.tables.PostgresDialect;
import dev.covet.data.postgres.tables.PostgresEvolution;
import dev.covet.data.sql.Dialect;
import dev.covet.data.table.Mapping;
import io.vertx.pgclient.PgException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open PostgreSQL database. Safe for use by many threads. */
final class PostgresDriver implements Driver {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresDriver.class);

  private static final String BEGIN = "BEGIN ISOLATION LEVEL READ COMMITTED";

  private final PostgresClient client;
  private final PostgresPool pool;
  private final DatabaseLimits limits;
  private final JdbcAddress address;

  /** The schema that is dropped at the end; empty for none. */
  private final String ownSchema;

  private @Nullable PostgresReplica replica;

  private PostgresDriver(
      PostgresClient client,
      PostgresPool pool,
      PostgresTarget target,
      DatabaseLimits limits,
      String ownSchema) {
    this.client = client;
    this.pool = pool;
    this.limits = limits;
    this.address = target.url().jdbc(target.connections().pooler());
    this.ownSchema = ownSchema;
  }

  static PostgresDriver open(
      PostgresTarget named, DatabaseLimits limits, StatementListener listener, Loops loops) {
    var target = named.withOwnSchema();
    var client =
        new PostgresClient(
            target.url(), target.connections().pooler(), SessionKind.READ_WRITE, loops);
    var link = PostgresLink.Limits.of(limits.resultRowsMax(), limits.statementMax());
    var shared = new PostgresPool.Shared(loops, listener, limits.acquireMax(), link);
    var pool = new PostgresPool(client, target.connections(), shared);
    var own = target.equals(named) ? "" : target.url().schema().orElse("");
    var driver = new PostgresDriver(client, pool, target, limits, own);
    try {
      pool.open();
      if (!own.isEmpty()) driver.run("CREATE SCHEMA " + own);
      driver.check(target.use().mode());
      driver.replica =
          target.copy().map(copy -> PostgresReplica.open(copy, pool, shared)).orElse(null);
    } catch (Throwable failure) {
      Failures.after(failure, driver::close);
      throw failure;
    }
    pool.measure(target.use().name());
    return driver;
  }

  /** What is written must be text in UTF-8, and on the disk when a commit returns. */
  private void check(Mode mode) {
    var settings =
        asked(link ->
            link.texts(
                    "SELECT current_setting('server_encoding'), current_setting('fsync'),"
                        + " current_setting('synchronous_commit')")
                .getFirst());
    if (!settings.getFirst().equals("UTF8")) {
      throw new DatabaseFault(
          DatabaseFault.Kind.BROKEN,
          "its encoding is %s; create it with ENCODING 'UTF8'".formatted(settings.getFirst()));
    }
    if (mode == Mode.PRODUCTION && settings.subList(1, 3).contains("off")) {
      LOG.atWarn()
          .addKeyValue("fsync", settings.get(1))
          .addKeyValue("synchronous_commit", settings.get(2))
          .log("commits_not_durable");
    }
  }

  @Override
  public Dialect dialect() {
    return new PostgresDialect();
  }

  @Override
  public DatabaseLimits limits() {
    return limits;
  }

  @Override
  public <R extends @Nullable Object> R readByKey(Function<Link, R> work) {
    return asked(work::apply);
  }

  @Override
  public <R extends @Nullable Object> R readOnce(Function<Link, R> work) {
    return asked(work::apply);
  }

  /**
   * One statement. One that has not run, since it is stale or the server takes no writes any more,
   * is sent again on another connection.
   */
  private <R extends @Nullable Object> R asked(Function<PostgresLink, R> work) {
    try {
      return once(pool.take(), work);
    } catch (DatabaseFault fault) {
      var cause = fault.getCause();
      if (!PostgresErrors.isStale(cause) && !PostgresErrors.isReadOnly(cause)) throw fault;
      return once(pool.take(), work);
    }
  }

  private <R extends @Nullable Object> R once(
      PostgresLink link, Function<? super PostgresLink, R> work) {
    try {
      return work.apply(link);
    } finally {
      pool.giveBack(link);
    }
  }

  @Override
  public <R extends @Nullable Object> R read(Function<Link, R> work) {
    return whole(PostgresLink.SNAPSHOT, work);
  }

  /** What a server that takes no writes any more has refused is begun again elsewhere. */
  @Override
  public <R extends @Nullable Object> R write(Function<Link, R> work) {
    try {
      return whole(BEGIN, work);
    } catch (DatabaseFault fault) {
      if (!PostgresErrors.isReadOnly(fault.getCause())) throw fault;
      return whole(BEGIN, work);
    }
  }

  @Override
  public <R extends @Nullable Object> R writeOnce(Function<Link, R> work) {
    return asked(link -> {
      try {
        return work.apply(link);
      } catch (DatabaseFault fault) {
        throw isUnknown(fault) ? PostgresTransaction.unknown(fault) : fault;
      }
    });
  }

  /** The server has not said what became of a statement: it was lost, or given up. */
  private static boolean isUnknown(DatabaseFault fault) {
    return (fault.kind() == DatabaseFault.Kind.UNAVAILABLE
            || fault.kind() == DatabaseFault.Kind.TIMEOUT)
        && !(fault.getCause() instanceof PgException);
  }

  private <R extends @Nullable Object> R whole(String begin, Function<Link, R> work) {
    var transaction = PostgresTransaction.begin(pool, begin);
    try {
      var result = transaction.all(work);
      transaction.commit();
      return result;
    } catch (Throwable failure) {
      Failures.after(failure, transaction::rollback);
      throw failure;
    }
  }

  @Override
  public Transaction begin(Isolation isolation) {
    return PostgresTransaction.beginPieces(
            pool,
            switch (isolation) {
              case READ_COMMITTED -> BEGIN;
              case REPEATABLE_READ -> "BEGIN ISOLATION LEVEL REPEATABLE READ";
              case SERIALIZABLE -> "BEGIN ISOLATION LEVEL SERIALIZABLE";
            })
        .within(limits.transactionMax());
  }

  @Override
  public Transaction snapshot() {
    return PostgresTransaction.beginPieces(pool, PostgresLink.SNAPSHOT)
        .within(limits.statementMax());
  }

  @Override
  public Transaction snapshotOfReplica() {
    return Optional.ofNullable(replica)
        .flatMap(PostgresReplica::snapshot)
        .<Transaction>map(it -> it.within(limits.statementMax()))
        .orElseGet(this::snapshot);
  }

  @Override
  public void create(List<? extends Mapping<?, ?>> tables) {
    changing(catalog -> {
      catalog.create(tables);
      return true;
    });
  }

  @Override
  public Extension extend(List<? extends Mapping<?, ?>> tables) {
    return changing(catalog -> catalog.extend(tables));
  }

  @Override
  public List<String> missing(List<? extends Mapping<?, ?>> tables) {
    return asked(link -> new PostgresCatalog(link).missing(tables));
  }

  @Override
  public List<Difference> differences(List<? extends Mapping<?, ?>> tables) {
    return asked(link -> new PostgresCatalog(link).differences(tables));
  }

  private <R> R changing(Function<PostgresCatalog, R> work) {
    return changingTables(link -> work.apply(new PostgresCatalog(link)));
  }

  /** Several instances that start together change the tables one after the other. */
  private <R> R changingTables(Function<? super PostgresLink, R> work) {
    return whole(
        BEGIN,
        link -> {
          var own = (PostgresLink) link;
          own.texts("SELECT pg_advisory_xact_lock(hashtext('covet tables'))::text");
          return work.apply(own);
        });
  }

  @Override
  public Evolution evolution() {
    return new PostgresEvolution(address, this::changingTables);
  }

  private void run(String sql) {
    asked(link -> {
      link.run(sql);
      return true;
    });
  }

  @Override
  public void close() {
    if (replica != null) replica.close();
    dropOwnSchema();
    pool.close();
    client.close();
  }

  private void dropOwnSchema() {
    try {
      if (!ownSchema.isEmpty()) run("DROP SCHEMA IF EXISTS " + ownSchema + " CASCADE");
    } catch (DatabaseFault fault) {
      LOG.atWarn()
          .addKeyValue("schema", ownSchema)
          .setCause(LoggedFault.of(fault))
          .log("schema_left");
    }
  }
}
