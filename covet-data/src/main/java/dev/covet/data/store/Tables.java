package dev.covet.data.store;

import dev.covet.api.Mode;
import dev.covet.app.Command;
import dev.covet.base.config.Setting;
import dev.covet.base.config.StartFailure;
import dev.covet.base.config.UrlSecrets;
import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.Difference;
import dev.covet.data.driver.Driver;
import dev.covet.data.driver.Evolution;
import dev.covet.data.driver.Target;
import dev.covet.data.migrate.MigrateCommand;
import dev.covet.data.migrate.MigrationFile;
import dev.covet.data.migrate.MigrationFiles;
import dev.covet.data.table.Mapping;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tables of one start: made, or compared with what is there. */
public final class Tables {
  private static final Logger LOG = LoggerFactory.getLogger(Tables.class);

  private static final String REMEDY = "Run migrate before the start (java -jar app.jar migrate).";

  private static final String DEVELOPED =
      """
      this database has a history of migrations, and the next one would make this again: drop it \
      before migrate runs here, or develop on another database\
      """;

  private final List<Mapping<?, ?>> all;
  private final Mode mode;
  private final String setting;
  private final String address;
  private final String database;
  private final String folder;

  /**
   * The tables of a database.
   *
   * @param database its qualifier; empty for the app's own
   */
  public Tables(List<Mapping<?, ?>> named, Mode mode, Setting address, String database) {
    var found = new LinkedHashSet<Mapping<?, ?>>();
    named.forEach(table -> collect(table, found));
    this.all = List.copyOf(found);
    this.mode = mode;
    this.setting = address.name();
    this.folder = MigrationFiles.of(setting);
    this.address = UrlSecrets.hidden(address.asText());
    this.database = database;
  }

  /** The qualifier of their database; empty for the app's own. */
  public String database() {
    return database;
  }

  /** Whether any of them has rows that are somebody's. */
  public boolean haveOwners() {
    return all.stream().anyMatch(it -> it.hasOwner());
  }

  /** A sentence for each that cannot be there. */
  public List<String> faults() {
    return Stream.concat(strangers(), namesakes().stream()).toList();
  }

  private Stream<String> strangers() {
    return all.stream()
        .filter(table -> !table.database().equals(database))
        .map(table ->
            "%s is a table of %s, and not of %s."
                .formatted(className(table), shown(table.database()), shown(database)));
  }

  /** Tells of a further database without tables: its annotation may lack {@code @Qualifier}. */
  public void warnIfIdle() {
    if (all.isEmpty() && !database.isEmpty()) {
      LOG.atWarn()
          .addKeyValue("database", database)
          .addKeyValue("hint", "records with @Table need the annotation; it needs @Qualifier")
          .log("database_without_tables");
    }
  }

  /** A database by its qualifier, in words. */
  static String shown(String database) {
    return database.isEmpty() ? "the app's own database" : "the database " + database;
  }

  /** Those that would be one: SQL makes no difference between the cases. */
  private List<String> namesakes() {
    var names = new HashMap<String, Mapping<?, ?>>();
    var namesakes = new ArrayList<String>();
    for (var table : all) {
      var other = names.putIfAbsent(table.table().toLowerCase(Locale.ROOT), table);
      if (other != null) {
        namesakes.add(
            "%s and %s are both the table %s. Name one otherwise: @Table(\"...\")."
                .formatted(className(other), className(table), table.table()));
      }
    }
    return namesakes;
  }

  private static String className(Mapping<?, ?> table) {
    return table.getClass().getName();
  }

  /** What a table refers to comes before it, but in a circle. */
  private static void collect(Mapping<?, ?> table, SequencedSet<Mapping<?, ?>> found) {
    collect(table, found, new ArrayList<>());
  }

  private static void collect(
      Mapping<?, ?> table, SequencedSet<Mapping<?, ?>> found, List<Mapping<?, ?>> path) {
    if (path.contains(table) || found.contains(table)) return;
    path.add(table);
    for (var column : table.columns()) {
      var reference = column.spec().reference();
      if (reference != null && reference.target().get() instanceof Mapping<?, ?> target) {
        collect(target, found, path);
      }
    }
    path.removeLast();
    found.add(table);
  }

  /**
   * Looks for the database that has them, so that a start in production makes none.
   *
   * @throws StartFailure if it has to be there and is not
   */
  public void find(Target target) {
    if (mode == Mode.PRODUCTION && !target.exists()) {
      throw new StartFailure(
          List.of("The database %s does not exist. %s".formatted(address, REMEDY)));
    }
  }

  /**
   * Makes them, or finds them there.
   *
   * @throws StartFailure in one line that names what is missing
   */
  public void prepare(Driver driver) {
    if (mode == Mode.PRODUCTION) {
      refusePending(driver.evolution());
    } else if (mode == Mode.DEVELOPMENT) {
      develop(driver);
    } else {
      driver.create(all);
    }
    var missing = driver.missing(all);
    if (!missing.isEmpty()) {
      throw new StartFailure(
          List.of(
              "The database %s has no %s. %s"
                  .formatted(address, String.join(", ", missing), unwritten())));
    }
    var differences = driver.differences(all);
    if (mode == Mode.PRODUCTION && !differences.isEmpty()) throw drift(differences);
    differences.forEach(Tables::differs);
  }

  /** Makes tables those of the records, and says so where migrations would do it. */
  private void develop(Driver driver) {
    var isMigrated = driver.evolution().applied().isPresent();
    var made = isMigrated ? driver.missing(all) : List.<String>of();
    extend(driver, all);
    driver.create(all);
    made.forEach(each ->
        LOG.atWarn()
            .addKeyValue("made", each)
            .addKeyValue("hint", DEVELOPED)
            .log("migrated_database_changed"));
  }

  private void refusePending(Evolution evolution) {
    var files = new MigrationFiles(loader(), folder + evolution.kind());
    var applied = files.applied(evolution);
    var changed = files.changed(applied);
    if (!changed.isEmpty()) throw new StartFailure(changed);
    var newer = files.newer(applied);
    if (!newer.isEmpty()) {
      LOG.atWarn().addKeyValue("version", newer).log("database_newer_than_program");
    }
    var pending = files.pending(applied);
    if (pending.isEmpty()) return;
    var names = pending.stream().map(MigrationFile::name).collect(Collectors.joining(", "));
    throw new StartFailure(
        List.of("The database %s lacks %s. %s".formatted(address, names, REMEDY)));
  }

  private StartFailure drift(List<Difference> differences) {
    return new StartFailure(
        differences.stream()
            .map(each ->
                "The database %s has %s as %s, and its record asks for %s. %s Or %s."
                    .formatted(
                        address,
                        each.column(),
                        each.there(),
                        each.asked(),
                        unwritten(),
                        each.advice()))
            .toList());
  }

  /** What changes them by the program's command line. */
  public Command migrate(Target target) {
    return new Command(
        MigrateCommand.NAME,
        MigrateCommand.SUMMARY,
        MigrateCommand.HELP,
        Set.of(MigrateCommand.DRY_RUN, MigrateCommand.NEW, MigrateCommand.BASELINE),
        (line, output) ->
            MigrateCommand.run(
                new MigrateCommand.Subject(target, address, all, loader(), folder, Path.of("")),
                line,
                output));
  }

  /** The loader of the program, which has its migrations. */
  private ClassLoader loader() {
    var type = all.isEmpty() ? Tables.class : all.getFirst().getClass();
    return type.getClassLoader();
  }

  private static void differs(Difference column) {
    LOG.atWarn()
        .addKeyValue("column", column.column())
        .addKeyValue("database", column.there())
        .addKeyValue("record", column.asked())
        .addKeyValue("hint", column.advice())
        .log("column_differs");
  }

  /** Makes tables that are there those of the records, so that data outlives an edit. */
  private static void extend(Driver driver, List<Mapping<?, ?>> tables) {
    var extension = driver.extend(tables);
    extension
        .added()
        .forEach(column -> LOG.atInfo().addKeyValue("column", column).log("column_added"));
    extension
        .changed()
        .forEach(column -> LOG.atInfo().addKeyValue("column", column).log("constraint_changed"));
    if (!extension.refused().isEmpty()) throw new StartFailure(extension.refused());
  }

  /** Why the database cannot be used, as the driver or the system says. */
  public String unusable(DatabaseFault failure) {
    return "The database %s cannot be opened: %s"
        .formatted(address, failure.told("Set %s to one that can.".formatted(setting)));
  }

  /** What to do about what no migration makes: those that there are have been run. */
  private String unwritten() {
    return mode == Mode.PRODUCTION
        ? "No migration makes that: write one (./covet migrate --new NAME), build, then run migrate."
        : "Columns are not added to existing tables: add them yourself, or start with an empty database.";
  }
}
