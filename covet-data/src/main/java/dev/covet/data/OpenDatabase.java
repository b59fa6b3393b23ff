package dev.covet.data;

import dev.covet.api.Mode;
import dev.covet.base.config.StartFailure;
import dev.covet.base.inject.Scope;
import dev.covet.base.loop.Pool;
import dev.covet.base.observe.StatementLog;
import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.Limits;
import dev.covet.data.driver.Link;
import dev.covet.data.driver.StatementListener;
import dev.covet.data.sqlite.SqliteDriver;
import dev.covet.data.sqlite.SqliteFile;
import dev.covet.web.http.Request;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database of one start, from its opening to its end. */
final class OpenDatabase {
  private static final Logger SQL = LoggerFactory.getLogger("dev.covet.sql");
  private static final Logger LOG = LoggerFactory.getLogger(OpenDatabase.class);

  /** Most pieces of work that wait for a thread; further ones are told that it is busy. */
  private static final int QUEUE_MAX = 1_024;

  private final Tables tables;
  private final Mode mode;
  private final boolean echo;
  private @Nullable Pool pool;
  private @Nullable SqliteDriver driver;
  private @Nullable Store store;

  /**
   * A database that is still closed.
   *
   * @param echo whether every statement is a line of the log
   */
  OpenDatabase(Tables tables, Mode mode, boolean echo) {
    this.tables = tables;
    this.mode = mode;
    this.echo = echo;
  }

  /**
   * Opens it with a thread for each connection, and prepares its tables.
   *
   * @throws StartFailure in one line that says what is wrong with it
   */
  void open(SqliteFile file, Limits limits) {
    tables.find(file);
    try {
      connect(file, limits);
    } catch (DatabaseFault | UncheckedIOException failure) {
      throw new StartFailure(List.of(tables.unusable(failure)));
    }
  }

  private void connect(SqliteFile file, Limits limits) {
    StatementListener listener = echo ? text -> SQL.info("{}", text) : _ -> {};
    var threads = new Pool("sqlite", limits.readers() + 1, QUEUE_MAX);
    pool = threads;
    var opened = SqliteDriver.open(file, limits, listener, threads::execute);
    driver = opened;
    tables.prepare(opened);
    store = new Store(opened);
  }

  /** The session of a request, or of a hook at start or stop. */
  Session session(Scope scope) {
    var open = store;
    if (open == null) {
      throw new IllegalStateException("the database is not open");
    }
    if (!scope.isOfRequest() || !(scope.subject() instanceof Request request)) {
      return new Session(open, Watch.NONE);
    }
    var log = request.context().statements();
    return new Session(
        open,
        new RequestWatch(
            log, mode == Mode.PRODUCTION ? null : request.path(), echo ? request.id() : null));
  }

  /** Counts what a request does, and warns of what it should do as one. */
  private static final class RequestWatch implements Watch {
    private final @Nullable StatementLog log;
    private final @Nullable String path;
    private final @Nullable String echoed;
    private int writes;

    RequestWatch(@Nullable StatementLog log, @Nullable String path, @Nullable String echoed) {
      this.log = log;
      this.path = path;
      this.echoed = echoed;
    }

    @Override
    public Link watched(Link link) {
      return Watch.super.watched(echoed == null ? link : new Echoed(link, echoed));
    }

    @Override
    public void statement(String sql) {
      if (log != null) {
        log.add(sql);
      }
    }

    @Override
    public void standAloneWrite() {
      writes++;
      if (writes == 2 && path != null) {
        LOG.atWarn()
            .addKeyValue("path", path)
            .addKeyValue("hint", "if both writes should succeed or fail together, use db.tx(...)")
            .log("second_write");
      }
    }
  }

  void close() {
    if (driver != null) {
      driver.close();
    }
    if (pool != null) {
      pool.close();
    }
  }
}
