package dev.covet.web.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One event of a stream (WHATWG HTML, 9.2.6): its value, and what a listener is told beside it. A
 * text that no listener would read back as it is, is refused here or by {@link EventOut#send}.
 *
 * @param <T> what its value is
 * @param value what the event says; a {@code String} is sent as it is, anything else as JSON
 * @param id what a client sends as {@code Last-Event-ID} when it comes again; null for that of the
 *     event before
 * @param name the type for which listeners are called; null for {@code message}
 * @param retry how long a client waits before it comes again; null for what it knows already
 */
public record Event<T>(
    T value, @Nullable String id, @Nullable String name, @Nullable Duration retry) {
  /** The longest id, in characters: one that is longer is refused when it comes back. */
  public static final int ID_CHARS_MAX = 256;

  /**
   * Looks at the texts.
   *
   * @throws IllegalArgumentException if an id or a name has a line end or a NUL, if an id would not
   *     come back in a header as it is, if a name is empty, or if the time is below zero or above
   *     some 24 days
   */
  public Event {
    Objects.requireNonNull(value, "an event has a value");
    if (id != null) checkId(id);
    if (name != null && (name.isEmpty() || !isLine(name))) {
      throw new IllegalArgumentException("The name of an event is not empty, and one line of text");
    }
    if (retry != null && (retry.isNegative() || retry.toMillis() > Integer.MAX_VALUE)) {
      throw new IllegalArgumentException("An event's retry is 0 to 2147483647 ms, not " + retry);
    }
  }

  /** A client sends an id in a header, which has no control characters, and no blanks around it. */
  private static void checkId(String id) {
    if (id.length() > ID_CHARS_MAX
        || !isLine(id)
        || !id.strip().equals(id)
        || id.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "The id of an event has at most 256 characters, none of control, and no blanks around it");
    }
  }

  private static boolean isLine(String text) {
    return text.chars().noneMatch(c -> c == '\r' || c == '\n' || c == 0)
        && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  /** An event that has a value alone. */
  public static <T> Event<T> of(T value) {
    return new Event<>(value, null, null, null);
  }

  /**
   * This with an id, which clients that come again send as {@code Last-Event-ID}.
   *
   * @throws IllegalArgumentException if it would not come back as it is
   */
  public Event<T> id(String id) {
    return new Event<>(value, id, name, retry);
  }

  /** This with a number as its id. */
  public Event<T> id(long id) {
    return id(String.valueOf(id));
  }

  /**
   * This for the listeners of a name: {@code source.addEventListener("price", ...)}.
   *
   * @throws IllegalArgumentException if it is empty or has a line end
   */
  public Event<T> name(String name) {
    return new Event<>(value, id, name, retry);
  }

  /**
   * This, and from now on the client waits so long before it comes again.
   *
   * @throws IllegalArgumentException if it is below zero or above some 24 days
   */
  public Event<T> retry(Duration time) {
    return new Event<>(value, id, name, time);
  }
}
