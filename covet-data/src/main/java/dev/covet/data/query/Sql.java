package dev.covet.data.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement and the values bound to it. Made in this package alone: there is no way from a text
 * that is not known while compiling to a statement.
 */
public final class Sql {
  /** Stands for the owner until the session knows who it is: texts are the same for all. */
  static final Object OWNER = new Object();

  /** Reads nothing: a database that answers it is there. */
  public static final Sql PING = new Sql("SELECT 1", List.of(), false, true);

  private final String text;
  private final List<Argument> arguments;
  private final boolean isOwned;
  private final boolean isRead;

  /**
   * A value for one placeholder.
   *
   * @param value of the type; of a {@link Document} its JSON
   */
  public record Argument(SqlType<?> type, @Nullable Object value) {}

  Sql(String text, List<Argument> arguments) {
    this(text, arguments, false, false);
  }

  /**
   * A statement.
   *
   * @param isOwned whether {@link #OWNER} is among the values
   * @param isRead whether it changes nothing and locks no row
   */
  Sql(String text, List<Argument> arguments, boolean isOwned, boolean isRead) {
    this.text = text;
    this.arguments = List.copyOf(arguments);
    this.isOwned = isOwned;
    this.isRead = isRead;
  }

  /**
   * Whether it is known to change nothing and to lock no row, so that nothing is to be undone after
   * it; false for what a program wrote itself.
   */
  public boolean isRead() {
    return isRead;
  }

  /** The text, with placeholders for all values. */
  public String text() {
    return text;
  }

  /** The values, in the order of their placeholders. */
  public List<Argument> arguments() {
    return arguments;
  }

  /** Whether it is about the rows of an owner who is not said yet. */
  public boolean isOwned() {
    return isOwned;
  }

  /** This about the rows of an owner. */
  public Sql ownedBy(Object owner) {
    var bound =
        arguments.stream()
            .map(each -> OWNER.equals(each.value()) ? new Argument(each.type(), owner) : each)
            .toList();
    return new Sql(text, bound, false, isRead);
  }

  /** The text alone: values may be secret. */
  @Override
  public String toString() {
    return text;
  }
}
