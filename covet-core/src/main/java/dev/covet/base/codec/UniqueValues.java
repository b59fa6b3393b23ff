package dev.covet.base.codec;

import dev.covet.base.problem.Place;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A set while it is read, in the order of what is read. A value that is there again is a problem,
 * {@code duplicate}; numbers are told apart by their value alone. Of values without an order, such
 * as records, there are at most 500, or else {@code too_many}. Not thread-safe.
 */
public final class UniqueValues<T> {
  private final SequencedSet<T> values = new LinkedHashSet<>();
  private final Set<Object> numbers = new HashSet<>(0);

  /** Adds a value, or tells at its place why not. */
  public void add(Place at, T value) {
    add(at, value, value);
  }

  /**
   * The same.
   *
   * @param scalar what the value is in JSON, if it is a value class's
   */
  public void add(Place at, @Nullable T value, @Nullable Object scalar) {
    if (!Hashed.hasRoom(values.size(), value)) {
      at.problem("too_many", Hashed.TOO_MANY);
    } else if (!Hashed.isNewNumber(numbers, scalar) || !values.add(value)) {
      at.problem("duplicate", "must be given only once");
    }
  }

  /** The values, which nobody can change by it. */
  public SequencedSet<T> values() {
    return Collections.unmodifiableSequencedSet(values);
  }
}
