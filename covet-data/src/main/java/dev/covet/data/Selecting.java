package dev.covet.data;

import dev.covet.data.query.Expression;
import java.util.List;

/**
 * Rows, or groups of them, of which values can be selected.
 *
 * <p>One idea: a method for each number of values, so that the compiler knows their types.
 *
 * @param <T> the table's record
 */
public sealed interface Selecting<T> permits Rows, Grouped {
  /** Any number of values; what is made of them is not checked by the compiler. */
  Selected<T> selecting(List<? extends Expression<T, ?>> values);

  /** One value of each: {@code select(HERO.name).list()} is a list of texts. */
  default <A> Results<A> select(Expression<T, A> a) {
    return selecting(List.of(a)).one();
  }

  /** Two values of each, of which {@code as(...)} makes one: {@code .as(HeroName::new)}. */
  default <A, B> Selected.Two<A, B> select(Expression<T, A> a, Expression<T, B> b) {
    return new Selected.Two<>(selecting(List.of(a, b)));
  }

  /** Three values of each, of which {@code as(...)} makes one: {@code .as(HeroName::new)}. */
  default <A, B, C> Selected.Three<A, B, C> select(
      Expression<T, A> a, Expression<T, B> b, Expression<T, C> c) {
    return new Selected.Three<>(selecting(List.of(a, b, c)));
  }

  /** Four values of each, of which {@code as(...)} makes one: {@code .as(HeroName::new)}. */
  default <A, B, C, D> Selected.Four<A, B, C, D> select(
      Expression<T, A> a, Expression<T, B> b, Expression<T, C> c, Expression<T, D> d) {
    return new Selected.Four<>(selecting(List.of(a, b, c, d)));
  }

  /** Five values of each, of which {@code as(...)} makes one: {@code .as(HeroName::new)}. */
  default <A, B, C, D, E> Selected.Five<A, B, C, D, E> select(
      Expression<T, A> a,
      Expression<T, B> b,
      Expression<T, C> c,
      Expression<T, D> d,
      Expression<T, E> e) {
    return new Selected.Five<>(selecting(List.of(a, b, c, d, e)));
  }

  /** Six values of each, of which {@code as(...)} makes one: {@code .as(HeroName::new)}. */
  default <A, B, C, D, E, F> Selected.Six<A, B, C, D, E, F> select(
      Expression<T, A> a,
      Expression<T, B> b,
      Expression<T, C> c,
      Expression<T, D> d,
      Expression<T, E> e,
      Expression<T, F> f) {
    return new Selected.Six<>(selecting(List.of(a, b, c, d, e, f)));
  }

  /** Seven values of each, of which {@code as(...)} makes one: {@code .as(HeroName::new)}. */
  default <A, B, C, D, E, F, G> Selected.Seven<A, B, C, D, E, F, G> select(
      Expression<T, A> a,
      Expression<T, B> b,
      Expression<T, C> c,
      Expression<T, D> d,
      Expression<T, E> e,
      Expression<T, F> f,
      Expression<T, G> g) {
    return new Selected.Seven<>(selecting(List.of(a, b, c, d, e, f, g)));
  }

  /** Eight values of each, of which {@code as(...)} makes one: {@code .as(HeroName::new)}. */
  default <A, B, C, D, E, F, G, H> Selected.Eight<A, B, C, D, E, F, G, H> select(
      Expression<T, A> a,
      Expression<T, B> b,
      Expression<T, C> c,
      Expression<T, D> d,
      Expression<T, E> e,
      Expression<T, F> f,
      Expression<T, G> g,
      Expression<T, H> h) {
    return new Selected.Eight<>(selecting(List.of(a, b, c, d, e, f, g, h)));
  }
}
