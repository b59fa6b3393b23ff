package dev.covet.base.codec;

import dev.covet.base.json.Codec;
import dev.covet.base.problem.Place;
import org.jspecify.annotations.Nullable;

/** A codec whose values can be the names of an object's members: the keys of a map. */
interface KeyText<K> extends Codec<K> {
  /** The value of a name; of no meaning where there was a problem. */
  @Nullable K ofName(Place at, String name);

  /** The name of a value: what it is in JSON, without quotes. */
  String toName(K key);

  /**
   * The codec as one of keys.
   *
   * @throws IllegalArgumentException if it is none
   */
  static <K> KeyText<K> of(Codec<K> codec) {
    if (codec instanceof KeyText<K> key && isOfKeys(key)) return key;
    throw new IllegalArgumentException(
        "A key is a scalar or an enum, and not what " + codec + " reads");
  }

  private static boolean isOfKeys(Codec<?> codec) {
    return codec instanceof CheckedValue<?>(var of, var _)
        ? isOfKeys(of)
        : codec instanceof KeyText<?>;
  }
}
