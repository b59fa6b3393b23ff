package dev.covet.data.type;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column has a value that its record's component cannot have: it was stored when the component
 * was another, or by another program. No client is to blame.
 */
public final class UnreadableValue extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** Most characters of a stored text that are shown. */
  static final int SHOWN_MAX = 100;

  /** Most constants of an enum that are named. */
  static final int CONSTANTS_MAX = 50;

  private UnreadableValue(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /**
   * A value that is none of a type; which column it is of is said by who knows it. A secret is not
   * shown, nor is JSON, which may have some in it.
   *
   * @param stored what the database has: a number, a text, bytes
   * @param cause why it cannot be read
   */
  public static UnreadableValue of(SqlType<?> type, @Nullable Object stored, Throwable cause) {
    if (isSecret(type)) return new UnreadableValue("a secret value that cannot be read", null);
    return type instanceof Document<?>
        ? new UnreadableValue("JSON that does not fit: " + cause.getMessage(), cause)
        : new UnreadableValue(
            shown(stored) + ", which " + wrong(type),
            cause instanceof NumberFormatException ? null : cause); // it repeats the whole text
  }

  /**
   * The same with its place.
   *
   * @param column with its table
   */
  public UnreadableValue of(String column, String component) {
    return of(column, component, String.valueOf(getMessage()), getCause());
  }

  /** The same with its place in the result of a statement. */
  public UnreadableValue in(String column, String statement) {
    return new UnreadableValue(
        "%s: the column %s has %s".formatted(statement, column, getMessage()), getCause());
  }

  /** A null that a component cannot have. */
  public static UnreadableValue ofNull(String column, String component, Throwable cause) {
    return of(column, component, "null, which it cannot have", cause);
  }

  private static UnreadableValue of(
      String column, String component, String what, @Nullable Throwable cause) {
    return new UnreadableValue(
        "The column %s of the component \"%s\" has %s".formatted(column, component, what), cause);
  }

  private static boolean isSecret(SqlType<?> type) {
    return type.equals(SqlType.SECRET)
        || (type instanceof Mapped<?, ?> mapped && isSecret(mapped.of()));
  }

  private static String shown(@Nullable Object stored) {
    return switch (stored) {
      case String text when text.codePointCount(0, text.length()) > SHOWN_MAX ->
          "\"%s...\" (%s characters)"
              .formatted(
                  text.substring(0, text.offsetByCodePoints(0, SHOWN_MAX)),
                  text.codePointCount(0, text.length()));
      case String text -> '"' + text + '"';
      case byte[] bytes -> bytes.length + " bytes";
      case null, default -> String.valueOf(stored);
    };
  }

  private static String wrong(SqlType<?> type) {
    return switch (type) {
      case SqlType.Choice<?>(var constants) -> "is none of " + named(constants);
      case SqlType.Truth _ -> "is not a boolean";
      case SqlType.Whole32 _ -> "is not an int";
      case SqlType.Whole64 _ -> "is not a long";
      case SqlType.Binary64 _, SqlType.Binary32 _ -> "is not a number";
      case SqlType.Identifier128 _ -> "is not a UUID";
      case SqlType.Day _ -> "is not a date";
      case SqlType.Moment _ -> "is not a moment";
      case SqlType.Decimal _ -> "is not a decimal number as it is stored";
      case SqlType.Text _, SqlType.Blob _, Document<?> _, Mapped<?, ?> _ -> "it cannot have";
    };
  }

  private static String named(List<? extends Enum<?>> constants) {
    var more = constants.size() - CONSTANTS_MAX;
    return constants.stream().limit(CONSTANTS_MAX).map(Enum::name).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }
}
