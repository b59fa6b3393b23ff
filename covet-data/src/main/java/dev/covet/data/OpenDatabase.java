package dev.covet.data;

import dev.covet.api.Mode;
import dev.covet.base.config.StartFailure;
import dev.covet.base.inject.Scope;
import dev.covet.base.loop.Loops;
import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import dev.covet.data.driver.Link;
import dev.covet.data.driver.StatementListener;
import dev.covet.data.driver.Target;
import dev.covet.data.sql.Sql;
import dev.covet.data.store.Access;
import dev.covet.data.store.Store;
import dev.covet.data.store.Tables;
import dev.covet.data.store.Watch;
import dev.covet.web.http.Request;
import dev.covet.web.http.RequestContext;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database of one start, from its opening to its end. */
final class OpenDatabase {
  private static final Logger SQL = LoggerFactory.getLogger("dev.covet.sql");
  private static final Logger LOG = LoggerFactory.getLogger(OpenDatabase.class);

  private final Tables tables;
  private final Mode mode;
  private final boolean echo;
  private final Clock clock;
  private final boolean hasOwners;
  private @Nullable Driver driver;
  private @Nullable Store store;
  private @Nullable Store owners;
  private @Nullable StatementTimes times;

  /**
   * A database that is still closed.
   *
   * @param echo whether every statement is a line of the log
   * @param clock of the app
   */
  OpenDatabase(Tables tables, Mode mode, boolean echo, Clock clock) {
    this.tables = tables;
    this.hasOwners = tables.haveOwners();
    this.mode = mode;
    this.echo = echo;
    this.clock = clock;
  }

  /**
   * Opens it, and prepares its tables.
   *
   * @param loops of the app, from which it borrows
   * @throws StartFailure in one line that says what is wrong with it
   */
  void open(Target target, DatabaseLimits limits, Loops loops) {
    tables.find(target);
    try {
      connect(target, limits, loops);
    } catch (DatabaseFault failure) {
      throw new StartFailure(List.of(tables.unusable(failure)));
    }
  }

  private void connect(Target target, DatabaseLimits limits, Loops loops) {
    StatementListener listener = echo ? text -> SQL.info("{}", text) : _ -> {};
    var opened = target.open(limits, listener, loops);
    driver = opened;
    tables.prepare(opened);
    var made = new Store(opened, clock, tables.database());
    store = made;
    owners = made.ofOwner();
    times = new StatementTimes(loops.metrics(), limits.slowMillis());
  }

  /** The session of a request, or of a hook at start or stop. */
  Session session(Scope scope) {
    var open = store;
    if (open == null) throw new IllegalStateException("the database is not open");
    if (!scope.isOfRequest() || !(scope.subject() instanceof Request request)) {
      return new Session(open, Watch.NONE);
    }
    return new Session(
        Objects.requireNonNull(owners), new Access(open, new RequestWatch(request, this)));
  }

  /** Counts what a request does, and warns of what it should do as one. */
  private static final class RequestWatch implements Watch {
    private final Request request;
    private final RequestContext context;
    private final StatementTimes times;
    private final @Nullable String path;
    private final @Nullable String echoed;
    private final String database;
    private final boolean hasOwners;
    private int writes;
    private boolean hasSought;

    RequestWatch(Request request, OpenDatabase opened) {
      this.request = request;
      this.context = request.context();
      this.times = Objects.requireNonNull(opened.times);
      this.path = opened.mode == Mode.PRODUCTION ? null : request.path();
      this.echoed = opened.echo ? request.id() : null;
      this.database = opened.tables.database();
      this.hasOwners = opened.hasOwners;
    }

    @Override
    public Link watched(Link link) {
      return Watch.super.watched(echoed == null ? link : new Echoed(link, echoed));
    }

    @Override
    public void statement(String sql) {
      var log = context.statements();
      if (log != null) log.add(database.isEmpty() ? sql : database + ": " + sql);
    }

    @Override
    public Optional<String> pathName(Object value, Predicate<String> fits) {
      var values = request.pathValues();
      return values.names().stream()
          .filter(fits)
          .filter(each -> String.valueOf(value).equals(values.get(each)))
          .findFirst();
    }

    @Override
    public void begins() {
      if (!hasOwners || hasSought) return;
      hasSought = true; // who cannot be found out is asked for his password once
      seekOwner();
    }

    @Override
    public void seekOwner() {
      try {
        request.terms().owner().seek(request.context());
      } catch (RuntimeException _) { // the first statement that is about an owner says so
      }
    }

    @Override
    public Object owner(List<Class<?>> principals) {
      var known = request.terms().owner().find(request.context(), principals);
      return known == null ? Watch.super.owner(principals) : known;
    }

    @Override
    public void ran(Sql sql, long rows, long nanos) {
      times.ran(request, sql, rows, nanos);
    }

    @Override
    public void writes() {
      context.changes();
    }

    @Override
    public void committed() {
      context.committed();
    }

    @Override
    public void standAloneWrite() {
      context.committed();
      writes++;
      if (writes == 2 && path != null) {
        LOG.atWarn()
            .addKeyValue("path", path)
            .addKeyValue("hint", "if both writes should succeed or fail together, use db.tx(...)")
            .log("second_write");
      }
    }
  }

  /** Reads nothing, which fails if the database does not answer. */
  void ping() {
    var open = Objects.requireNonNull(driver);
    open.readOnce(link -> link.query(Sql.PING, _ -> true));
  }

  void close() {
    if (driver != null) driver.close();
  }
}
