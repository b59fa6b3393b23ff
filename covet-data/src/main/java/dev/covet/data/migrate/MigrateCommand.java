package dev.covet.data.migrate;

import dev.covet.app.Command.Output;
import dev.covet.base.config.CommandLine;
import dev.covet.base.loop.Loops;
import dev.covet.base.loop.ThreadMode;
import dev.covet.base.observe.Metrics;
import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import dev.covet.data.driver.Evolution;
import dev.covet.data.driver.Step;
import dev.covet.data.driver.Target;
import dev.covet.data.table.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** {@code java -jar heroes.jar migrate}. */
public final class MigrateCommand {
  /** What it is called. */
  public static final String NAME = "migrate";

  /** What it does, in short. */
  public static final String SUMMARY =
      "changes the tables of the database; migrate --help says more";

  /** The option {@code --dry-run}. */
  public static final String DRY_RUN = "DRY_RUN";

  /** The option {@code --new}. */
  public static final String NEW = "NEW";

  /** The option {@code --baseline}. */
  public static final String BASELINE = "BASELINE";

  /** What {@code --help} prints. */
  public static final String HELP =
      """
      Usage: migrate [--dry-run | --new NAME | --baseline VERSION] [--SETTING VALUE ...]

      Changes the tables of the database that DATABASE_URL names, by the SQL files in
      src/main/resources/migrations/sqlite, or migrations/postgresql, which are in the jar.

        (no option)         runs the files that the database has not had, each in a transaction
        --dry-run           prints them and changes nothing; says what they would destroy, and what
                            the records ask for that no file makes. For that it runs all files in
                            an empty schema of the same server, and drops that again; with SQLite
                            in memory
        --new NAME          writes the next file: what makes the tables those of the records, after
                            all files that there are. Run it in the folder of the project
        --baseline VERSION  for a database that has its tables already: marks the files up to this
                            version as applied, and runs none of them
        --help              prints this

      Exit codes: 0 all is well; 1 something failed, and a message says what; 2 the command line makes
      no sense; 3 --dry-run found something to run, to lose or to write.
      """;

  private static final int FAILED = 1;
  private static final int MISUSED = 2;
  private static final int FOUND = 3;

  private static final String TRANSACTION =
      """
      %s has %3$s at line %2$s. Leave that out: each file is a transaction, which begins before its \
      first statement and ends behind its last.\
      """;

  private static final String REFERENCES =
      """
      %s sets PRAGMA foreign_keys at line %2$s. Leave that out: references are not looked at while \
      a file runs, and all of them are checked at its end.\
      """;

  private static final String OTHERWISE =
      """
      But the tables are not what all migrations make, so the app will not start: somebody has changed \
      them, or some were marked as applied by --baseline.\
      """;

  private static final Path SOURCES = Path.of("src", "main");
  private static final Path RESOURCES = SOURCES.resolve("resources");

  private final Subject subject;
  private final Output output;

  /**
   * What is migrated.
   *
   * @param target the database
   * @param address what messages call it
   * @param tables of the records
   * @param loader of the program
   * @param folder of its migrations, in which each kind of database has its own: {@code
   *     migrations/}
   */
  public record Subject(
      Target target,
      String address,
      List<Mapping<?, ?>> tables,
      ClassLoader loader,
      String folder,
      Path project) {
    /** Copies the tables. */
    public Subject {
      tables = List.copyOf(tables);
    }

    /** The files for the kind of an open database. */
    MigrationFiles files(Evolution evolution) {
      return new MigrationFiles(loader, folder + evolution.kind());
    }
  }

  private MigrateCommand(Subject subject, Output output) {
    this.subject = subject;
    this.output = output;
  }

  /**
   * Does what the command line says.
   *
   * @return the exit code
   */
  public static int run(Subject subject, CommandLine line, Output output) {
    var wrong = Misuse.of(line);
    if (wrong.isPresent()) {
      output.fail(wrong.get() + "\n\n" + HELP);
      return MISUSED;
    }
    var asked = Misuse.asked(line);
    try {
      return new MigrateCommand(subject, output)
          .run(asked.isEmpty() ? Map.entry("", "") : asked.getFirst());
    } catch (MigrationFailure failure) {
      output.fail(String.valueOf(failure.getMessage()));
    } catch (DatabaseFault fault) {
      output.fail(
          "The database %s cannot be used: %s".formatted(subject.address(), fault.told("")));
    } catch (IOException e) {
      output.fail("The file cannot be written: " + e);
    }
    return FAILED;
  }

  private int run(Map.Entry<String, String> option) throws IOException {
    return switch (option.getKey()) {
      case DRY_RUN ->
          with(
              subject.target().exists() ? subject.target() : subject.target().scratch(),
              this::dryRun);
      case NEW -> write(option.getValue());
      case BASELINE -> with(subject.target(), driver -> baseline(driver, option.getValue()));
      default -> with(subject.target(), this::apply);
    };
  }

  /** Does something with a database that is open meanwhile. */
  private static <R> R with(Target target, Function<Driver, R> work) {
    var loops = new Loops(ThreadMode.JDK, 1, new Metrics());
    try (var driver = target.open(DatabaseLimits.STANDARD, _ -> {}, loops)) {
      return work.apply(driver);
    } finally {
      loops.close();
    }
  }

  private MigrationRun run(Driver driver) {
    var evolution = driver.evolution();
    return new MigrationRun(
        evolution, subject.loader(), "classpath:" + subject.files(evolution).folder());
  }

  private int apply(Driver driver) {
    var evolution = driver.evolution();
    var files = subject.files(evolution);
    files.mustBeRight();
    if (isWithout(driver, files)) return nothing();
    mustBeThere(files);
    mustHaveHistory(evolution, files);
    tellOfNewer(evolution, files);
    var run = run(driver);
    run.pending().forEach(name -> mustBeWhole(evolution, name, files.text(name)));
    var applied = run.apply();
    applied.forEach(name -> output.print(name + " is applied."));
    if (applied.isEmpty()) nothing();
    if (isAsAsked(driver)) return 0;
    output.fail(
        "The records ask for more than the migrations make, so the app will not start. migrate --dry-run says what.");
    return FAILED;
  }

  /** Whether a database has never had migrations, and needs none. */
  private boolean isWithout(Driver driver, MigrationFiles files) {
    return files.all().isEmpty() && driver.evolution().applied().isEmpty() && isAsAsked(driver);
  }

  /** Whether the database has all that the records ask for. */
  private boolean isAsAsked(Driver driver) {
    return driver.missing(subject.tables()).isEmpty()
        && driver.differences(subject.tables()).isEmpty();
  }

  private int nothing() {
    output.print("Nothing is pending.");
    return 0;
  }

  /** Flyway begins the transaction of a file, or none where it sets {@code foreign_keys}. */
  private static void mustBeWhole(Evolution evolution, String name, String text) {
    for (var each : FileStatement.of(text, evolution.nestsComments())) {
      var start = each.start();
      if (each.isOfTransaction()) throw refused(TRANSACTION, name, each.line(), start);
      if (each.isOfReferences()) throw refused(REFERENCES, name, each.line(), start);
    }
  }

  private static MigrationFailure refused(String text, String name, int line, String start) {
    return new MigrationFailure(text.formatted(name, line, start));
  }

  private static void mustBeThere(MigrationFiles files) {
    if (!files.all().isEmpty()) return;
    throw new MigrationFailure(
        "There are no migrations: the program has no files in %s. Write the first: migrate --new first"
            .formatted(files.folder()));
  }

  private void tellOfNewer(Evolution evolution, MigrationFiles files) {
    var newer = files.newer(files.applied(evolution));
    if (newer.isEmpty()) return;
    output.fail(
        "The database %s has had version %s, whose file this program does not have: it is an older one, or the file is gone."
            .formatted(subject.address(), newer));
  }

  private void mustHaveHistory(Evolution evolution, MigrationFiles files) {
    var there = evolution.tables();
    if (there.isEmpty() || evolution.applied().isPresent()) return;
    var first = files.all().getFirst();
    throw new MigrationFailure(
        """
        The database %s has tables (%s), but no history of migrations: they were made in development \
        mode, or by hand. If they are what %s makes, say so with migrate --baseline %s; with \
        --baseline 0 if they are something else.\
        """
            .formatted(subject.address(), String.join(", ", there), first.name(), first.version()));
  }

  private int baseline(Driver driver, String text) {
    var version = text.replace('_', '.');
    var evolution = driver.evolution();
    var files = subject.files(evolution);
    files.mustBeRight();
    mustBeThere(files);
    if (evolution.applied().isPresent()) {
      throw new MigrationFailure(
          "The database %s has a history of migrations already.".formatted(subject.address()));
    }
    if (MigrationFile.compare(version, "0") != 0) {
      if (files.all().stream().noneMatch(it -> MigrationFile.compare(it.version(), version) == 0)) {
        throw new MigrationFailure(
            "No file in %s has the version %s.".formatted(files.folder(), version));
      }
      mustBeMade(evolution, version);
    }
    run(driver).baseline(version);
    output.print("The migrations up to version " + version + " count as applied.");
    return 0;
  }

  /** What the files up to a version make has to be there, or they count as what they are not. */
  private void mustBeMade(Evolution evolution, String version) {
    var lacking =
        with(
            subject.target().scratch(),
            scratch -> {
              run(scratch).upTo(version).apply();
              return new ArrayList<>(scratch.evolution().columns());
            });
    lacking.removeAll(evolution.columns());
    if (lacking.isEmpty()) return;
    throw new MigrationFailure(
        """
        The database %s has no %s, which the files up to version %s make. Say the version of the last \
        file that it has had; --baseline 0 if its tables are something else.\
        """
            .formatted(subject.address(), String.join(", ", lacking), version));
  }

  private int dryRun(Driver driver) {
    var files = subject.files(driver.evolution());
    files.mustBeRight();
    if (isWithout(driver, files)) return nothing();
    if (!files.all().isEmpty()) mustHaveHistory(driver.evolution(), files);
    tellOfNewer(driver.evolution(), files);
    var pending = run(driver).pending();
    for (var name : pending) {
      var text = files.text(name);
      mustBeWhole(driver.evolution(), name, text);
      output.print("-- " + name + " is pending\n" + text);
      Warnings.of(name, text).forEach(output::print);
    }
    if (pending.isEmpty()) nothing();
    var steps = steps("classpath:" + files.folder());
    if (!steps.isEmpty()) {
      output.print("The records ask for what no migration makes; migrate --new NAME writes it:");
      steps.forEach(step -> output.print(NewMigration.notes(step, "  ").stripTrailing()));
    }
    if (!pending.isEmpty() || !steps.isEmpty()) return FOUND;
    if (isAsAsked(driver)) return 0;
    output.print(OTHERWISE);
    return FOUND;
  }

  /** What makes the tables those of the records, behind the migrations of a place. */
  private List<Step> steps(String place) {
    return with(
        subject.target().scratch(),
        driver -> {
          new MigrationRun(driver.evolution(), subject.loader(), place).apply();
          return steps(driver);
        });
  }

  private List<Step> steps(Driver scratch) {
    try {
      return scratch.evolution().steps(subject.tables());
    } catch (DatabaseFault fault) {
      throw new MigrationFailure(
          "What the records ask for cannot be reached from the migrations: %s. Write this one by hand."
              .formatted(fault.getMessage()),
          fault);
    }
  }

  private int write(String name) throws IOException {
    if (!Files.isDirectory(subject.project().resolve(SOURCES))) {
      throw new MigrationFailure(
          "There is not a folder src/main here. Run migrate --new in the folder of the project.");
    }
    var kind = with(subject.target().scratch(), driver -> driver.evolution().kind());
    var folder = subject.project().resolve(RESOURCES).resolve(subject.folder()).resolve(kind);
    var names = MigrationFiles.mustBeRight(folder);
    var steps = steps("filesystem:" + folder);
    if (steps.isEmpty()) {
      output.print("The migrations make what the records ask for: nothing is written.");
      return 0;
    }
    Files.createDirectories(folder);
    var file = folder.resolve(next(names) + name.replace('-', '_') + ".sql");
    Files.writeString(file, NewMigration.text(steps), StandardOpenOption.CREATE_NEW);
    steps.forEach(step -> output.print(NewMigration.notes(step, "").stripTrailing()));
    output.print(file + " is written. Read it, build the jar, then run migrate.");
    return 0;
  }

  private static String next(List<String> names) {
    var last =
        names.stream()
            .flatMap(name -> MigrationFile.of(name).stream())
            .mapToLong(MigrationFile::major)
            .max();
    return "V" + (last.orElse(0) + 1) + "__";
  }
}
