package dev.covet.data.migrate;

import dev.covet.data.driver.Evolution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.ValidateOutput;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.flywaydb.core.internal.sqlscript.FlywaySqlScriptException;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/**
 * Runs migrations in a database. Each is a transaction of its own, and several that run at the same
 * time wait for each other.
 */
final class MigrationRun {
  private static final String WHOLE =
      "Nothing of this file is kept; what was applied before it stays.";

  private static final String UNKNOWN =
      """
      There is something in the database, such as a view or an extension, but no history of \
      migrations. If it has nothing to do with them, say so with migrate --baseline 0.\
      """;

  /** How Flyway begins to say it. */
  private static final String MIXED = "Detected both transactional and non-transactional";

  private static final String HALF =
      "A transaction does not take all of this file, so what comes before that line is kept.";

  /** That what a statement makes is there: PostgreSQL has states for it, SQLite words. */
  private static final Pattern THERE =
      Pattern.compile(
          "SQL State *: (?:42701|42P07)|\\(duplicate column name: |\\((?:table|index) \\S+ already exists");

  private static final String MEND = "Mend the file, or the rows, then run migrate again.";

  private static final String DEVELOPED =
      """
      A start in development mode has made that here, or somebody by hand. Drop it in the database, \
      then run migrate again; and use another database for development.\
      """;

  private final FluentConfiguration configuration;

  /**
   * A run of the files at a place.
   *
   * @param place {@code classpath:migrations/sqlite}, or {@code filesystem:} and a folder
   */
  MigrationRun(Evolution evolution, ClassLoader loader, String place) {
    var address = evolution.address();
    this.configuration =
        Flyway.configure(loader)
            .loggers(new String[0])
            .dataSource(address.url(), null, null)
            .jdbcProperties(address.properties())
            .table(Evolution.HISTORY)
            .locations(place)
            .failOnMissingLocations(false)
            .validateMigrationNaming(true)
            .placeholderReplacement(false)
            .cleanDisabled(true)
            .callbacks(new ReferenceCheck(evolution));
    lockBySession(address.keepsSession());
  }

  /**
   * Those that migrate wait for each other. By the lock of a transaction what may run in none, such
   * as {@code CREATE INDEX CONCURRENTLY}, would wait for that one forever.
   */
  private void lockBySession(boolean isKept) {
    var extension = configuration.getConfigurationExtension(PostgreSQLConfigurationExtension.class);
    if (isKept) extension.setTransactionalLock(false);
  }

  /** The names of the files that the database has not had, in their order. */
  List<String> pending() {
    return asked(() -> {
      var flyway = configuration.ignoreMigrationPatterns("*:pending", "*:future").load();
      var result = flyway.validateWithResult();
      if (!result.validationSuccessful) throw invalid(result.invalidMigrations);
      return Arrays.stream(flyway.info().pending()).map(MigrationInfo::getScript).toList();
    });
  }

  /** Runs what is pending, and gives the names of the files. */
  List<String> apply() {
    pending();
    try {
      var done = configuration.load().migrate().migrations;
      return done.stream().map(each -> name(each.filepath)).toList();
    } catch (FlywayException failure) {
      throw told(failure).orElseGet(() -> between(failure));
    }
  }

  /** What fails at no statement is of the first file that is still pending. */
  private MigrationFailure between(FlywayException failure) {
    var file = pending().stream().findFirst().orElse("The run");
    var said = said(failure);
    if (said.startsWith(MIXED)) {
      return new MigrationFailure(
          "%s: a transaction takes what is in it but for one: %s. Put that into a file of its own."
              .formatted(file, said.substring(said.indexOf(" at ") + 4)),
          failure);
    }
    Throwable reason = failure;
    while (reason.getCause() != null) reason = reason.getCause();
    return new MigrationFailure(
        "%s failed at its end: %s\n%s".formatted(file, said(reason), WHOLE), failure);
  }

  /** This with the files up to a version alone. */
  MigrationRun upTo(String version) {
    configuration.target(version);
    return this;
  }

  /** Marks the migrations up to a version as applied, and runs none of them. */
  void baseline(String version) {
    asked(() ->
        configuration.baselineVersion(version).baselineDescription("baseline").load().baseline());
  }

  private interface Asked<R> {
    R ask();
  }

  private static <R> R asked(Asked<R> asked) {
    try {
      return asked.ask();
    } catch (FlywayException failure) {
      throw told(failure).orElseGet(() -> new MigrationFailure(said(failure), failure));
    }
  }

  private static Optional<MigrationFailure> told(FlywayException failure) {
    var isWhole =
        !(failure instanceof FlywayMigrateException migrate) || migrate.isExecutableInTransaction();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof MigrationFailure known) return Optional.of(known);
      if (cause instanceof FlywaySqlScriptException script) {
        return Optional.of(failed(script, isWhole));
      }
    }
    return failure.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE
        ? Optional.of(new MigrationFailure(UNKNOWN, failure))
        : Optional.empty();
  }

  private static MigrationFailure failed(FlywaySqlScriptException failure, boolean isWhole) {
    var resource = Objects.requireNonNull(failure.getResource());
    var message =
        """
        %s failed at line %s: %s
        %s
        %s %s\
        """
            .formatted(
                resource.getFilename(),
                failure.getLineNumber(),
                said(failure.getCause() == null ? failure : failure.getCause()),
                failure.getStatement().strip().indent(2).stripTrailing(),
                isWhole ? WHOLE : HALF,
                THERE.matcher(String.valueOf(failure.getMessage())).find() ? DEVELOPED : MEND);
    return new MigrationFailure(message, failure);
  }

  /** What an exception says, in one line. */
  private static String said(Throwable failure) {
    return Objects.toString(failure.getMessage(), failure.toString())
        .strip()
        .lines()
        .findFirst()
        .orElse("");
  }

  private static MigrationFailure invalid(List<ValidateOutput> migrations) {
    var lines = new ArrayList<String>();
    for (var each : migrations) lines.add(invalid(each));
    return new MigrationFailure(lines);
  }

  private static String invalid(ValidateOutput migration) {
    var name =
        migration.filepath == null || migration.filepath.isEmpty()
            ? "Version " + migration.version
            : name(migration.filepath);
    return switch (migration.errorDetails.errorCode.toString()) {
      case "CHECKSUM_MISMATCH" -> new MigrationFile(name, "").changed();
      case "APPLIED_VERSIONED_MIGRATION_NOT_RESOLVED" ->
          name + " was applied, and its file is not there. Bring it back.";
      case "RESOLVED_VERSIONED_MIGRATION_NOT_APPLIED", "OUTDATED_VERSIONED_MIGRATION" ->
          name + " is older than one that was applied. Give it the next version.";
      case "FAILED_VERSIONED_MIGRATION" ->
          """
          %s failed half-way, since a transaction does not take all of it. Undo by hand what it has \
          done, then run: DELETE FROM %s WHERE version = '%s'\
          """
              .formatted(name, Evolution.HISTORY, migration.version);
      default -> name + ": " + migration.errorDetails.errorMessage.strip();
    };
  }

  private static String name(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }
}
