package dev.covet.data;

import dev.covet.api.Mode;
import dev.covet.app.Plugin;
import dev.covet.app.Setup;
import dev.covet.base.config.Config;
import dev.covet.base.config.Setting;
import dev.covet.base.inject.Provider;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.query.Mapping;
import dev.covet.web.http.MiddlewarePlace;
import java.util.List;
import java.util.Optional;

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
 * ACQUIRE_MILLIS_MAX} (2000), {@code STATEMENT_SECONDS_MAX} (30), {@code RESULT_ROWS_MAX} (100,000)
 * and {@code IN_VALUES_MAX} (1,000).
 */
public final class Database implements Plugin {
  private static final String MEMORY = "sqlite::memory:";

  private final String url;
  private final Optional<List<Mapping<?, ?>>> tables;

  private Database(String url, Optional<List<Mapping<?, ?>>> tables) {
    this.url = url;
    this.tables = tables;
  }

  /**
   * The database that a URL names.
   *
   * @param url such as {@code sqlite:heroes.db}: a path, whose file is made if it is not there
   */
  public static Database url(String url) {
    return new Database(url, Optional.empty());
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
    return new Database(url, Optional.of(List.of(only)));
  }

  @Override
  public void install(Setup setup) {
    var config = setup.config();
    var address = address(config);
    var found = tables.orElseGet(() -> compiled(setup));
    var echo = config.setting("SQL_ECHO").orElse("off").asBoolean();
    var named = new Tables(found, config.mode(), address);
    named.namesakes().forEach(setup.faults()::add);
    var opened = new OpenDatabase(named, config.mode(), echo, setup.clock());
    var limits = DatabaseLimits.from(config.limits());
    Openers.found()
        .target(address, config, setup.faults())
        .ifPresent(target -> {
          setup.onStart(() -> opened.open(target, limits, setup.loops()));
          setup.command(named.migrate(target));
        });
    if (config.mode() == Mode.DEVELOPMENT) setup.use(MiddlewarePlace.HEADERS, new QueryCount());
    setup.provide(Provider.request(Session.class, _ -> (scope, _) -> opened.session(scope)));
    setup.onStop(opened::close);
  }

  private Setting address(Config config) {
    var asked = config.own("DATABASE_URL").orElse(url);
    return config.mode() == Mode.TEST ? config.setting("TEST_DATABASE_URL").orElse(MEMORY) : asked;
  }

  private static List<Mapping<?, ?>> compiled(Setup setup) {
    return setup.tables().stream().<Mapping<?, ?>>map(it -> (Mapping<?, ?>) it).toList();
  }
}
