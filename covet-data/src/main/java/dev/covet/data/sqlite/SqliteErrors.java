package dev.covet.data.sqlite;

import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.Violation;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sqlite.SQLiteException;

/** What SQLite's errors mean. */
final class SqliteErrors {
  private static final Pattern NAMED =
      Pattern.compile("(?:UNIQUE|NOT NULL) constraint failed: ([^)]*)", Pattern.CASE_INSENSITIVE);

  private SqliteErrors() {}

  static RuntimeException of(SQLException error) {
    if (!(error instanceof SQLiteException sqlite)) return broken(error);
    return switch (sqlite.getResultCode()) {
      case SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY ->
          new Violation(Violation.Rule.UNIQUE, columns(error), error);
      case SQLITE_CONSTRAINT_FOREIGNKEY ->
          new Violation(Violation.Rule.REFERENCE, List.of(), error);
      case SQLITE_CONSTRAINT_NOTNULL -> Violation.ofNull(columns(error), error);
      case SQLITE_CONSTRAINT_CHECK, SQLITE_CONSTRAINT_DATATYPE ->
          new Violation(Violation.Rule.CHECK, List.of(), error);
      case SQLITE_BUSY,
          SQLITE_BUSY_RECOVERY,
          SQLITE_BUSY_SNAPSHOT,
          SQLITE_BUSY_TIMEOUT,
          SQLITE_LOCKED,
          SQLITE_LOCKED_SHAREDCACHE,
          SQLITE_PROTOCOL ->
          unavailable("The database is busy", error);
      case SQLITE_FULL, // and a quota that is used up, or a file system that is only read now
          SQLITE_IOERR_WRITE,
          SQLITE_IOERR_FSYNC,
          SQLITE_IOERR_TRUNCATE,
          SQLITE_IOERR_SHMSIZE,
          SQLITE_READONLY ->
          new DatabaseFault(DatabaseFault.Kind.FULL, "The disk of the database is full", error);
      case SQLITE_INTERRUPT ->
          new DatabaseFault(DatabaseFault.Kind.TIMEOUT, "The statement took too long", error);
      default -> broken(error);
    };
  }

  private static DatabaseFault broken(SQLException error) {
    return new DatabaseFault(
        DatabaseFault.Kind.BROKEN, "SQLite failed: " + error.getMessage(), error);
  }

  private static DatabaseFault unavailable(String message, SQLException error) {
    return new DatabaseFault(DatabaseFault.Kind.UNAVAILABLE, message, error);
  }

  /** SQLite says {@code UNIQUE constraint failed: hero.name, hero.team_id}. */
  private static List<String> columns(SQLException error) {
    var found = NAMED.matcher(String.valueOf(error.getMessage()));
    return found.find()
        ? Stream.of(found.group(1).split(", *", -1))
            .map(it -> it.substring(it.indexOf('.') + 1).strip())
            .toList()
        : List.of();
  }
}
