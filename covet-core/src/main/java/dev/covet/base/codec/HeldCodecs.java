package dev.covet.base.codec;

import dev.covet.base.json.Codec;
import dev.covet.base.problem.Place;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Codecs of what holds values of other codecs, apart from lists: {@link Codecs#list}. */
public final class HeldCodecs {
  private HeldCodecs() {}

  /** Collections, which are lists when they are read. */
  public static <T> Codec<Collection<T>> collection(Codec<T> element) {
    return new ConvertedList<>(element, list -> list, values -> values);
  }

  /** Collections with an order, which are lists when they are read. */
  public static <T> Codec<SequencedCollection<T>> sequencedCollection(Codec<T> element) {
    return new ConvertedList<>(element, list -> list, values -> values);
  }

  /**
   * Sets, in the order of what was read. A value that is there again is a problem, {@code
   * duplicate}.
   */
  public static <T> Codec<Set<T>> set(Codec<T> element) {
    return new SetOf<>(element, set -> set);
  }

  /** As {@link #set}, where the type says that there is an order. */
  public static <T> Codec<SequencedSet<T>> sequencedSet(Codec<T> element) {
    return new SetOf<>(element, set -> set);
  }

  /**
   * Maps, in the order of what was read, as objects whose names are the keys. A key that is there
   * again is a problem, {@code duplicate}.
   *
   * @param key a scalar's, an enum's or a value class's, checked or not
   * @throws IllegalArgumentException if the codec is another one, whose values are no names
   */
  public static <K, V> Codec<Map<K, V>> map(Codec<K> key, Codec<V> value) {
    return new MapOf<>(KeyText.of(key), value, map -> map);
  }

  /** As {@link #map}, where the type says that there is an order. */
  public static <K, V> Codec<SequencedMap<K, V>> sequencedMap(Codec<K> key, Codec<V> value) {
    return new MapOf<>(KeyText.of(key), value, map -> map);
  }

  /** A set of nothing, which nobody can change; unlike a sorted one it knows of any value. */
  public static <T> SequencedSet<T> emptySet() {
    return Collections.unmodifiableSequencedSet(new LinkedHashSet<>(0));
  }

  /** A map of nothing, which nobody can change; unlike a sorted one it knows of any key. */
  public static <K, V> SequencedMap<K, V> emptyMap() {
    return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(0));
  }

  /**
   * Arrays.
   *
   * @param make a new array of a length: {@code String[]::new}
   */
  public static <T> Codec<T[]> array(Codec<T> element, IntFunction<T[]> make) {
    return new ConvertedList<>(element, list -> list.toArray(make), Arrays::asList);
  }

  /** Arrays of whole numbers of 32 bits. */
  public static Codec<int[]> ints(Codec<Integer> element) {
    return new ConvertedList<>(
        element,
        list -> list.stream().mapToInt(each -> each).toArray(),
        array -> Arrays.stream(array).boxed().toList());
  }

  /** Arrays of whole numbers of 64 bits. */
  public static Codec<long[]> longs(Codec<Long> element) {
    return new ConvertedList<>(
        element,
        list -> list.stream().mapToLong(each -> each).toArray(),
        array -> Arrays.stream(array).boxed().toList());
  }

  /** Arrays of doubles. */
  public static Codec<double[]> doubles(Codec<Double> element) {
    return new ConvertedList<>(
        element,
        list -> list.stream().mapToDouble(each -> each).toArray(),
        array -> Arrays.stream(array).boxed().toList());
  }

  /** A value or null, which is empty. */
  public static <T> Codec<Optional<T>> optional(Codec<T> value) {
    return new OptionalOf<>(value);
  }

  /** A value or null, as an element of a list, a set or an array, or as a value of a map. */
  public static <T> Codec<T> orNull(Codec<T> value) {
    return new OrNull<>(value);
  }

  /** Checks what holds values, if it is there. */
  public static <T> void checkHeld(Place at, Codec<T> codec, @Nullable T value) {
    if (value != null) codec.check(at, value);
  }
}
