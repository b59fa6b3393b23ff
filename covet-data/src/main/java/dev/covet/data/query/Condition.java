package dev.covet.data.query;

import dev.covet.data.type.Comparison;
import dev.covet.data.type.Document;
import dev.covet.data.type.Mapped;
import java.util.List;

/**
 * Which rows of a table are meant; made by its columns. Immutable.
 *
 * @param <T> the table's record
 */
public sealed interface Condition<T> {
  /** A row's value compared with another. */
  record Compare<T, V>(Formula<T, V> of, Comparison comparison, V value) implements Condition<T> {}

  /** Two values of a row compared. */
  record CompareTwo<T, V>(Formula<T, V> of, Comparison comparison, Formula<T, V> other)
      implements Condition<T> {
    /** Refuses values that are stored in different ways, whose order says nothing. */
    public CompareTwo {
      var stored = Mapped.of(of.type());
      if (stored instanceof Document<?> || !stored.equals(Mapped.of(other.type()))) {
        throw new IllegalArgumentException("These are not stored alike, so they do not compare");
      }
    }
  }

  /** A row's value is one of these. */
  record Among<T, V>(Formula<T, V> of, List<V> values) implements Condition<T> {
    /** Copies the values. */
    public Among {
      values = List.copyOf(values);
    }

    /**
     * A power of two, so that few texts serve all numbers of values; the last value fills it up.
     */
    public static int room(int values) {
      return Math.max(1, Integer.highestOneBit(values - 1) << 1);
    }
  }

  /** A row's value is one that a query finds. */
  record AmongFound<T>(Formula<T, ?> of, Selection.Picking<?> picking) implements Condition<T> {}

  /** The row of {@code target} that a column refers to fulfils a condition. */
  record Refers<T, O>(Formula.OfColumn<T, ?> of, KeyedTable<?> target, Condition<O> condition)
      implements Condition<T> {}

  /** There is a row that is joined with it. */
  record Exists<T>(Formula.Rows<T, ?> rows) implements Condition<T> {}

  /** A row's text has this in it, or is as this pattern says. */
  record Matching<T>(Formula<T, String> of, TextMatch match, String part) implements Condition<T> {
    /**
     * Longest pattern, in UTF-16 units: databases take so many bytes even if each is escaped, and
     * need the longer for a pattern the longer it is.
     */
    public static final int PATTERN_MAX = 10_000;

    /** Refuses a pattern that is too long. */
    public Matching {
      if (match.isOfPattern() && part.length() > PATTERN_MAX) {
        throw new IllegalArgumentException("A pattern has at most 10,000 characters");
      }
    }
  }

  /**
   * A row's list has an element.
   *
   * @param <T> the row
   * @param <E> the elements
   * @param of the list
   * @param json a list with that element; empty if it cannot be in one
   */
  record Has<T, E>(Formula.OfColumn<T, List<E>> of, String json) implements Condition<T> {}

  /** A row has null there. */
  record Absent<T>(Formula<T, ?> of) implements Condition<T> {}

  /** A row has a value there. */
  record Present<T>(Formula<T, ?> of) implements Condition<T> {}

  /** The condition does not hold. */
  record Not<T>(Condition<T> of) implements Condition<T> {}

  /** Every one of these holds; true for none. */
  record All<T>(List<Condition<T>> of) implements Condition<T> {
    /** Copies the conditions. */
    public All {
      of = List.copyOf(of);
    }
  }

  /** At least one of these holds; false for none. */
  record Any<T>(List<Condition<T>> of) implements Condition<T> {
    /** Copies the conditions. */
    public Any {
      of = List.copyOf(of);
    }
  }

  /** Nothing is asked: what is left of a condition without a value, dropped wherever it stands. */
  record Open<T>() implements Condition<T> {}
}
