package dev.covet.base.json;

import dev.covet.api.Invalid;
import dev.covet.base.problem.Place;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a value class, a record of one scalar, is made of that and taken apart again.
 *
 * @param check what limits the scalar
 * @param make the constructor, which may refuse what it gets as that of any record
 * @param unwrap gives the scalar
 */
public record Wrapping<V, S>(
    BiConsumer<Place, S> check, Function<S, V> make, Function<V, S> unwrap) {
  /** The value class of a scalar that is right by itself; null, with problems, if it is not. */
  @Nullable V wrap(Place at, S value) {
    var before = at.problemCount();
    check.accept(at, value);
    if (at.problemCount() > before) {
      return null;
    }
    try {
      return make.apply(value);
    } catch (Invalid | IllegalArgumentException | NullPointerException e) {
      Codecs.refused(at, e);
      return null;
    }
  }
}
