package dev.covet.base.codec;

import dev.covet.api.Invalid;
import dev.covet.base.problem.Place;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a value class, a record of one scalar, is made of that and taken apart again.
 *
 * @param <V> the value class
 * @param <S> its scalar
 * @param check what limits the scalar
 * @param make the constructor, which may refuse what it gets as that of any record
 * @param unwrap gives the scalar
 * @param rules checks what methods of the value class say of one that is made
 */
public record Wrapping<V, S>(
    BiConsumer<Place, S> check,
    Function<S, V> make,
    Function<V, S> unwrap,
    BiConsumer<Place, V> rules) {
  /** The same without rules. */
  public Wrapping(BiConsumer<Place, S> check, Function<S, V> make, Function<V, S> unwrap) {
    this(check, make, unwrap, (_, _) -> {});
  }

  /** The value class of a scalar that is right by itself; null, with problems, if it is not. */
  @Nullable V wrap(Place at, S value) {
    var before = at.problemCount();
    check.accept(at, value);
    if (at.problemCount() > before) return null;
    var made = made(at, value);
    if (made != null) rules.accept(at, made);
    return at.problemCount() > before ? null : made;
  }

  private @Nullable V made(Place at, S value) {
    try {
      return make.apply(value);
    } catch (Invalid | IllegalArgumentException | NullPointerException e) {
      at.refused(e);
      return null;
    }
  }

  /** Checks a value that is there: what is in it, and its rules if that is right. */
  void check(Place at, V made) {
    var before = at.problemCount();
    check.accept(at, unwrap.apply(made));
    if (at.problemCount() == before) rules.accept(at, made);
  }
}
