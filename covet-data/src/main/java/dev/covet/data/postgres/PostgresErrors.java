package dev.covet.data.postgres;

import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.Violation;
import dev.covet.data.postgres.tables.PostgresDefinitions;
import io.vertx.pgclient.PgException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL's errors mean, by their SQLSTATE (its documentation, appendix A). */
final class PostgresErrors {
  /** How it lists the columns of a key in the detail of an error, in whatever language. */
  private static final Pattern KEY = Pattern.compile("\\(([^)]*)\\)=\\(");

  /** What the client says of a parameter that it cannot write; the value stands between. */
  private static final Pattern CLASSES =
      Pattern.compile("^Parameter at .*?class = \\[([^]]*)].*class = \\[([^]]*)]", Pattern.DOTALL);

  private PostgresErrors() {}

  static RuntimeException of(Throwable error) {
    return error instanceof PgException answer
        ? of(answer)
        : isMisfit(error)
            ? misfit(error)
            : unavailable("The connection to the database was lost", error);
  }

  /** Whether the client could not write or read a value: nothing is wrong with the connection. */
  private static boolean isMisfit(Throwable error) {
    return error instanceof ClassCastException
        || error instanceof IllegalArgumentException
        || error instanceof ArithmeticException
        || error instanceof DateTimeException
        || error instanceof IndexOutOfBoundsException
        || CLASSES.matcher(String.valueOf(error.getMessage())).find();
  }

  /** Without the error itself, whose text may have the value in it. */
  private static DatabaseFault misfit(Throwable error) {
    var classes = CLASSES.matcher(String.valueOf(error.getMessage()));
    return new DatabaseFault(
        DatabaseFault.Kind.BROKEN,
        "A value does not fit the type of its column (%s): the table is not as its record says"
            .formatted(
                classes.find()
                    ? classes.group(1) + " for " + classes.group(2)
                    : error.getClass().getSimpleName()));
  }

  private static RuntimeException of(PgException error) {
    var state = Objects.requireNonNullElse(error.getSqlState(), "");
    if (isStale(error)) {
      return new DatabaseFault(
          DatabaseFault.Kind.CONFLICT, "The tables were changed meanwhile", error);
    }
    return switch (state) {
      case "23505", "23P01" -> new Violation(Violation.Rule.UNIQUE, columns(error), error);
      case "23503", "23001" -> new Violation(Violation.Rule.REFERENCE, columns(error), error);
      case "54000" ->
          error.getConstraint() == null
              ? broken(error)
              : new Violation(Violation.Rule.LENGTH, columns(error), error);
      case "23502" -> Violation.ofNull(columns(error), error);
      case "23514" -> new Violation(Violation.Rule.CHECK, columns(error), error);
      case "57014" ->
          new DatabaseFault(DatabaseFault.Kind.TIMEOUT, "The statement took too long", error);
      case "53100" ->
          new DatabaseFault(DatabaseFault.Kind.FULL, "The disk of the database is full", error);
      case "40001", "40P01" ->
          new DatabaseFault(
              DatabaseFault.Kind.CONFLICT, "Another transaction changed the same rows", error);
      case "55P03" -> unavailable("Another transaction has these rows", error);
      case "25006" -> unavailable("The database can only be read at the moment", error);
      case "53300", "57P01", "57P02", "57P03" -> unavailable("The database is busy", error);
      default ->
          state.startsWith("08")
              ? unavailable("The connection to the database was lost", error)
              : broken(error);
    };
  }

  /**
   * Whether a prepared statement is not what the connection takes it for any more. That state is of
   * much else, too, and the message is in the server's language: so the routine tells.
   */
  static boolean isStale(@Nullable Throwable error) {
    return error instanceof PgException answer
        && ("26000".equals(answer.getSqlState())
            || ("0A000".equals(answer.getSqlState())
                && "RevalidateCachedQuery".equals(answer.getRoutine())));
  }

  /** Whether the server, or the transaction, takes no writes. */
  static boolean isReadOnly(@Nullable Throwable error) {
    return error instanceof PgException answer && "25006".equals(answer.getSqlState());
  }

  /**
   * What depends on a table is named in the detail; that of other errors may have values in it. A
   * hint names what PostgreSQL knows.
   */
  private static DatabaseFault broken(PgException error) {
    var state = String.valueOf(error.getSqlState());
    var detail = List.of("0A000", "2BP01").contains(state) ? error.getDetail() : null;
    var said =
        Stream.of(error.getErrorMessage(), detail, error.getHint())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    return new DatabaseFault(
        DatabaseFault.Kind.BROKEN, "PostgreSQL failed: %s (%s)".formatted(said, state), error);
  }

  static DatabaseFault unavailable(String message, Throwable cause) {
    return new DatabaseFault(DatabaseFault.Kind.UNAVAILABLE, message, cause);
  }

  static DatabaseFault unavailable(String message) {
    return new DatabaseFault(DatabaseFault.Kind.UNAVAILABLE, message);
  }

  /** Those that the error names; else those of the constraint's name, if that is one of ours. */
  private static List<String> columns(PgException error) {
    if (error.getColumn() != null) return List.of(error.getColumn());
    var key = KEY.matcher(Objects.requireNonNullElse(error.getDetail(), ""));
    if (key.find()) {
      return Stream.of(key.group(1).split(", *", -1)).map(PostgresDefinitions::unquoted).toList();
    }
    return PostgresDefinitions.columns(Objects.requireNonNullElse(error.getConstraint(), ""));
  }
}
