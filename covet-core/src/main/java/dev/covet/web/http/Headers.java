package dev.covet.web.http;

import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Header fields in their order; names are compared without regard to case (RFC 9110, 5.1). */
public interface Headers {
  /** The value of the first field of this name, or null. */
  @Nullable String first(String name);

  /** The values of all fields of this name, in their order; empty if there is none. */
  List<String> all(String name);

  /**
   * All elements of the fields of this name, parted by commas (RFC 9110, 5.6.1): a comma between
   * quotes parts nothing, quotes stay; elements without a character are left out.
   */
  default List<String> elements(String name) {
    return HeaderList.elements(all(name));
  }

  /** Whether an element of the fields of this name is this one, in whatever case. */
  default boolean hasElement(String name, String element) {
    return elements(name).stream().anyMatch(element::equalsIgnoreCase);
  }

  /** Gives each field, in their order, its name written as it came. */
  void forEach(BiConsumer<String, String> each);

  /** Whether there is a field of this name. */
  default boolean has(String name) {
    return first(name) != null;
  }

  /** Whether there is more than one field of this name. */
  default boolean repeats(String name) {
    return all(name).size() > 1;
  }

  /** These fields, and those of others behind them. */
  default Headers plus(Headers others) {
    return HeaderList.of(this).plusAll(HeaderList.of(others));
  }

  /** These fields, and those of others that have a name of their own. */
  default Headers plusMissing(Headers others) {
    return HeaderList.of(this).plusMissing(HeaderList.of(others));
  }

  /** No field at all. */
  static Headers empty() {
    return HeaderList.EMPTY;
  }

  /**
   * The fields of a list of names and values in turn.
   *
   * @throws IllegalArgumentException if a name is no token, a value has a control character, or a
   *     value is missing
   */
  static Headers of(String... namesAndValues) {
    return HeaderList.checked(namesAndValues);
  }
}
