package dev.covet.base.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names of an object's members, numbered by their order: what {@link JsonReader#nextKey} looks
 * for. Immutable; made once for each codec.
 */
public final class Keys {
  private static final int UNKNOWN = -1;

  private final String[] names;
  private final Map<String, Integer> positions;
  private final long[] required;
  private final boolean strict;

  /** {@code "name"} with its quotes, for each name that can be read, by position; else empty. */
  private final byte[][] quoted;

  private final long[] head;
  private final long[] headMask;
  private final long[] tail;

  /** The position to expect after position i - 1; UNKNOWN after the last. */
  private final int[] expected;

  private Keys(String[] names, Map<String, Integer> positions, long[] required, boolean strict) {
    this.names = names;
    this.positions = Map.copyOf(positions);
    this.required = required;
    this.strict = strict;
    this.quoted = new byte[names.length][];
    this.head = new long[names.length];
    this.headMask = new long[names.length];
    this.tail = new long[names.length];
    this.expected = new int[names.length + 1];
    prepare();
  }

  private void prepare() {
    int next = UNKNOWN;
    expected[names.length] = UNKNOWN;
    for (int i = names.length - 1; i >= 0; i--) {
      var readable = positions.containsKey(names[i]);
      next = readable ? i : next;
      expected[i] = next;
      quoted[i] = readable ? ('"' + names[i] + '"').getBytes(UTF_8) : new byte[0];
      head[i] = Words.get(Arrays.copyOf(quoted[i], 8), 0);
      headMask[i] = quoted[i].length >= 8 ? -1 : (1L << (8 * quoted[i].length)) - 1;
      tail[i] = quoted[i].length < 8 ? 0 : Words.get(quoted[i], quoted[i].length - 8);
    }
  }

  /**
   * Keys with these names, none of them required.
   *
   * @throws IllegalArgumentException if a name occurs twice
   */
  public static Keys of(String... names) {
    var positions = new HashMap<String, Integer>();
    for (int i = 0; i < names.length; i++) {
      if (positions.put(names[i], i) != null) {
        throw new IllegalArgumentException("Key \"" + names[i] + "\" occurs twice");
      }
    }
    return new Keys(names.clone(), positions, new long[names.length / 64 + 1], false);
  }

  /**
   * These, of which the given ones must be there.
   *
   * @throws IllegalArgumentException if there is no such key
   */
  public Keys require(String... some) {
    var bits = required.clone();
    for (var name : some) {
      int position = position(name);
      bits[position / 64] |= 1L << position;
    }
    return new Keys(names, positions, bits, strict);
  }

  /** These, and the given ones are neither required nor read, but keep their positions. */
  public Keys without(String... some) {
    var left = new HashMap<>(positions);
    var bits = required.clone();
    for (var name : some) {
      int position = position(name);
      bits[position / 64] &= ~(1L << position);
      left.values().removeIf(value -> value == position);
    }
    return new Keys(names, left, bits, strict);
  }

  /** These, and the name has one more spelling that is read. */
  public Keys alias(String name, String other) {
    var more = new HashMap<>(positions);
    more.put(other, position(name));
    return new Keys(names, more, required, strict);
  }

  private int position(String name) {
    int position = List.of(names).indexOf(name);
    if (position < 0) throw new IllegalArgumentException("There is no key \"" + name + "\"");
    return position;
  }

  /** These, where any other key is a problem. */
  public Keys asStrict() {
    return new Keys(names, positions, required, true);
  }

  /** These, none of them required. */
  public Keys optional() {
    return new Keys(names, positions, new long[required.length], strict);
  }

  /** Number of positions. */
  public int size() {
    return names.length;
  }

  /** The name at a position. */
  public String name(int position) {
    return names[position];
  }

  boolean isStrict() {
    return strict;
  }

  /** Required positions from {@code 64 * word}, a bit each. */
  long required(int word) {
    return required[word];
  }

  /**
   * Whether the name after the one at a position stands here, as it does in most input.
   *
   * @param at where its opening quote would be
   * @return its position, or -1
   */
  int next(byte[] bytes, int at, int previous) {
    int i = expected[previous + 1];
    if (i < 0) return UNKNOWN;
    int length = quoted[i].length;
    if (at + Math.max(length, 8) > bytes.length) return UNKNOWN;
    if ((Words.get(bytes, at) & headMask[i]) != head[i]) return UNKNOWN;
    return length <= 8 || endsLike(bytes, at, i) ? i : UNKNOWN;
  }

  private boolean endsLike(byte[] bytes, int at, int i) {
    int length = quoted[i].length;
    return Words.get(bytes, at + length - 8) == tail[i]
        && (length <= 16 || Arrays.equals(bytes, at, at + length, quoted[i], 0, length));
  }

  /** Length of {@code "name"} with its quotes, in bytes. */
  int quotedLength(int position) {
    return quoted[position].length;
  }

  /** The position of a name, or -1. */
  public int find(@Nullable String name) {
    var position = name == null ? null : positions.get(name);
    return position == null ? UNKNOWN : position;
  }
}
