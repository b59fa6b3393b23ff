package dev.covet.data.sql;

import dev.covet.data.type.Document;
import dev.covet.data.type.SqlType;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A statement and the values bound to it. Made in this package alone: there is no way from a text
 * that is not known while compiling to a statement.
 */
public final class Sql {
  /**
   * Stands for the owner until the session knows who it is: texts are the same for all.
   *
   * @param principals who may be meant; none for whichever has an id
   */
  record Owner(List<Class<?>> principals) {}

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
   * @param isOwned whether an {@link Owner} is among the values
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

  /**
   * This about the rows of an owner.
   *
   * @param id of who is signed in as one of these principals; if they are none, as whichever
   */
  public Sql ownedBy(Function<List<Class<?>>, Object> id) {
    var bound =
        arguments.stream()
            .map(each ->
                each.value() instanceof Owner(var principals)
                    ? new Argument(each.type(), id.apply(principals))
                    : each)
            .toList();
    return new Sql(text, bound, false, isRead);
  }

  /** The text alone: values may be secret. */
  @Override
  public String toString() {
    return text;
  }
}
