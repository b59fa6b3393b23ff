package dev.covet.data;

import dev.covet.data.query.Selection;
import dev.covet.data.table.Mapping;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values that were selected, before {@code as(...)} makes one of each row's. Immutable.
 *
 * <p>One idea: a type for each number of values, so that the compiler checks what is made of them.
 *
 * @param <T> the table's record
 */
public final class Selected<T> {
  private final RowQueries queries;
  private final Mapping<T, ?> table;
  private final Selection.Picking<T> picking;

  Selected(RowQueries queries, Mapping<T, ?> table, Selection.Picking<T> picking) {
    this.queries = queries;
    this.table = table;
    this.picking = picking;
  }

  /** What the values of each row become, which are in the order of the selection. */
  <R> Results<R> as(Function<@Nullable Object[], R> make) {
    return new Results<>(queries, table, picking, values -> made(make, values), false);
  }

  /** The value itself, which may be null. */
  <R> Results<R> one() {
    return new Results<>(queries, table, picking, values -> at(values, 0), true);
  }

  /** A primitive component has no null, and unboxing does not say which it was. */
  private <R> R made(Function<@Nullable Object[], R> make, @Nullable Object[] values) {
    try {
      return make.apply(values);
    } catch (NullPointerException e) {
      var at = Arrays.asList(values).indexOf(null);
      throw at < 0
          ? e
          : new IllegalStateException(
              "Value %s of select(...) is null: give it a component that may be, or orElse(...)"
                  .formatted(at + 1),
              e);
    }
  }

  /** The value at a position, whose type is that of its expression. */
  @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"})
  private static <V> V at(@Nullable Object[] values, int position) {
    return (V) values[position];
  }

  /** Makes one of three values. */
  @FunctionalInterface
  public interface FromThree<A, B, C, R> {
    /** Makes it. */
    R make(A a, B b, C c);
  }

  /** Makes one of four values. */
  @FunctionalInterface
  public interface FromFour<A, B, C, D, R> {
    /** Makes it. */
    R make(A a, B b, C c, D d);
  }

  /** Makes one of five values. */
  @FunctionalInterface
  public interface FromFive<A, B, C, D, E, R> {
    /** Makes it. */
    R make(A a, B b, C c, D d, E e);
  }

  /** Makes one of six values. */
  @FunctionalInterface
  public interface FromSix<A, B, C, D, E, F, R> {
    /** Makes it. */
    R make(A a, B b, C c, D d, E e, F f);
  }

  /** Makes one of seven values. */
  @FunctionalInterface
  public interface FromSeven<A, B, C, D, E, F, G, R> {
    /** Makes it. */
    R make(A a, B b, C c, D d, E e, F f, G g);
  }

  /** Makes one of eight values. */
  @FunctionalInterface
  public interface FromEight<A, B, C, D, E, F, G, H, R> {
    /** Makes it. */
    R make(A a, B b, C c, D d, E e, F f, G g, H h);
  }

  /** Two values of each row. */
  public record Two<A, B>(Selected<?> selected) {
    /** What is made of them: {@code .as(HeroName::new)}. */
    public <R> Results<R> as(BiFunction<A, B, R> make) {
      return selected.as(it -> make.apply(at(it, 0), at(it, 1)));
    }
  }

  /** Three values of each row. */
  public record Three<A, B, C>(Selected<?> selected) {
    /** What is made of them: {@code .as(HeroName::new)}. */
    public <R> Results<R> as(FromThree<A, B, C, R> make) {
      return selected.as(it -> make.make(at(it, 0), at(it, 1), at(it, 2)));
    }
  }

  /** Four values of each row. */
  public record Four<A, B, C, D>(Selected<?> selected) {
    /** What is made of them: {@code .as(HeroName::new)}. */
    public <R> Results<R> as(FromFour<A, B, C, D, R> make) {
      return selected.as(it -> make.make(at(it, 0), at(it, 1), at(it, 2), at(it, 3)));
    }
  }

  /** Five values of each row. */
  public record Five<A, B, C, D, E>(Selected<?> selected) {
    /** What is made of them: {@code .as(HeroName::new)}. */
    public <R> Results<R> as(FromFive<A, B, C, D, E, R> make) {
      return selected.as(it -> make.make(at(it, 0), at(it, 1), at(it, 2), at(it, 3), at(it, 4)));
    }
  }

  /** Six values of each row. */
  public record Six<A, B, C, D, E, F>(Selected<?> selected) {
    /** What is made of them: {@code .as(HeroName::new)}. */
    public <R> Results<R> as(FromSix<A, B, C, D, E, F, R> make) {
      return selected.as(
          it -> make.make(at(it, 0), at(it, 1), at(it, 2), at(it, 3), at(it, 4), at(it, 5)));
    }
  }

  /** Seven values of each row. */
  public record Seven<A, B, C, D, E, F, G>(Selected<?> selected) {
    /** What is made of them: {@code .as(HeroName::new)}. */
    public <R> Results<R> as(FromSeven<A, B, C, D, E, F, G, R> make) {
      return selected.as(it ->
          make.make(at(it, 0), at(it, 1), at(it, 2), at(it, 3), at(it, 4), at(it, 5), at(it, 6)));
    }
  }

  /** Eight values of each row. */
  public record Eight<A, B, C, D, E, F, G, H>(Selected<?> selected) {
    /** What is made of them: {@code .as(HeroName::new)}. */
    public <R> Results<R> as(FromEight<A, B, C, D, E, F, G, H, R> make) {
      return selected.as(it ->
          make.make(
              at(it, 0), at(it, 1), at(it, 2), at(it, 3), at(it, 4), at(it, 5), at(it, 6),
              at(it, 7)));
    }
  }
}
