package dev.covet.data;

import dev.covet.api.Lifetime;
import dev.covet.api.Mode;
import dev.covet.app.Plugin;
import dev.covet.app.Setup;
import dev.covet.base.config.Config;
import dev.covet.base.config.Setting;
import dev.covet.base.config.StartFaults;
import dev.covet.base.inject.Key;
import dev.covet.base.inject.Provider;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Target;
import dev.covet.data.store.Tables;
import dev.covet.data.table.Mapping;
import dev.covet.gen.MappedTable;
import dev.covet.web.http.MiddlewarePlace;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gives an app a database, and each request a {@link Session} of its own: {@code
 * Covet.app().install(Database.url("sqlite:heroes.db"))}. The scheme of the URL, here {@code
 * sqlite}, says which kind of database opens it: those whose {@code Opener} is on the class path.
 *
 * <p>The setting {@code DATABASE_URL} overrides the URL in code. Tables are made at start in
 * development and tests; in production {@code migrate} makes them. In tests every database is in
 * memory and empty at each start, unless {@code TEST_DATABASE_URL} says otherwise.
 *
 * <p>Settings: {@code SQL_ECHO} (off) logs every statement, without values; limits are {@code
 * ACQUIRE_MILLIS_MAX} (2000), {@code STATEMENT_SECONDS_MAX} (30), {@code TRANSACTION_SECONDS_MAX}
 * (5), {@code RESULT_ROWS_MAX} (100,000) and {@code IN_VALUES_MAX} (1,000).
 */
public final class Database implements Plugin {
  private static final String MEMORY = "sqlite::memory:";

  private final String url;
  private final String replica;
  private final Optional<List<Mapping<?, ?>>> tables;
  private final Optional<Class<? extends Annotation>> qualifier;

  private Database(
      String url,
      String replica,
      Optional<List<Mapping<?, ?>>> tables,
      Optional<Class<? extends Annotation>> qualifier) {
    this.url = url;
    this.replica = replica;
    this.tables = tables;
    this.qualifier = qualifier;
  }

  /**
   * The database that a URL names.
   *
   * @param url such as {@code sqlite:heroes.db}: a path, whose file is made if it is not there
   */
  public static Database url(String url) {
    return new Database(url, "", Optional.empty(), Optional.empty());
  }

  /** A database in memory, gone when the app stops. */
  public static Database memory() {
    return url(MEMORY);
  }

  /**
   * This with these tables and those that they refer to, rather than all of the compilations from
   * which the app's classes were added.
   */
  public Database tables(Mapping<?, ?>... only) {
    return new Database(url, replica, Optional.of(List.of(only)), qualifier);
  }

  /**
   * This as a further database of the app: {@code @Reports Session} is a session on it, and records
   * with {@code @Reports @Table} are its tables, which the app's own database does not have.
   *
   * <p>Its settings begin with the annotation's name: {@code REPORTS_DATABASE_URL}. Limits that are
   * not set for it are those of the app. A transaction is one of this database alone: two of two
   * databases are committed one after the other, and one may be stored without the other.
   *
   * @param qualifier an annotation that says {@code @Qualifier} and has no values
   */
  public Database as(Class<? extends Annotation> qualifier) {
    return new Database(url, replica, tables, Optional.of(qualifier));
  }

  /**
   * This with a replica of it, where {@code db.readOnly} reads. The setting {@code
   * DATABASE_REPLICA_URL} overrides the URL in code. Tests have none.
   *
   * @param url of a server that follows that of the database
   */
  public Database replica(String url) {
    return new Database(this.url, url, tables, qualifier);
  }

  @Override
  public void install(Setup setup) {
    var key = Key.of(Session.class).qualified(qualifierText());
    var config =
        qualifier.map(it -> setup.config().under(it.getSimpleName())).orElseGet(setup::config);
    var address = address(config);
    var found =
        tables
            .map(only -> with(only, setup, key.qualifier()))
            .orElseGet(() -> of(setup.tables(), key.qualifier()));
    var echo = config.setting("SQL_ECHO").orElse("off").asBoolean();
    var named = new Tables(found, config.mode(), address, key.qualifier());
    named.faults().forEach(setup.faults()::add);
    if (tables.isEmpty()) named.warnIfIdle();
    var opened = new OpenDatabase(named, config.mode(), echo, setup.clock());
    var limits = DatabaseLimits.from(config.limits());
    setup.onStop(opened::close); // before its start: one whose tables do not fit is open, too
    target(address, config, setup.faults())
        .ifPresent(target -> {
          setup.onStart(() -> opened.open(target, limits, setup.loops()));
          setup.command(named.migrate(target));
        });
    if (config.mode() == Mode.DEVELOPMENT) setup.use(MiddlewarePlace.HEADERS, new QueryCount());
    setup.provide(Provider.of(key, Lifetime.REQUEST, _ -> (scope, _) -> opened.session(scope)));
    var part = qualifierText();
    setup.healthCheck(part.isEmpty() ? "database" : "database " + part, opened::ping);
  }

  private Optional<Target> target(Setting address, Config config, StartFaults faults) {
    var openers = Openers.found();
    var target = openers.target(address, config, faults);
    var copy = config.own("DATABASE_REPLICA_URL").orElse(replica);
    if (copy.asText().isEmpty() || config.mode() == Mode.TEST) return target;
    return target.flatMap(it -> openers.withReplica(it, copy, config, faults));
  }

  private Setting address(Config config) {
    var asked = config.own("DATABASE_URL").orElse(url);
    return config.mode() == Mode.TEST ? config.setting("TEST_DATABASE_URL").orElse(MEMORY) : asked;
  }

  /** The qualifier as tables and those who ask for a session have it; empty for none. */
  private String qualifierText() {
    return qualifier.map(it -> Key.of(it)).map(it -> "@" + it.type()).orElse("");
  }

  /** Those that the app names, and those that its plugins need. */
  private static List<Mapping<?, ?>> with(List<Mapping<?, ?>> only, Setup setup, String database) {
    return Stream.concat(only.stream(), of(setup.ownTables(), database).stream()).toList();
  }

  private static List<Mapping<?, ?>> of(List<MappedTable> tables, String database) {
    return tables.stream()
        .<Mapping<?, ?>>map(it -> (Mapping<?, ?>) it)
        .filter(it -> it.database().equals(database))
        .toList();
  }
}
