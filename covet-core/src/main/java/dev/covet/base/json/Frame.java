package dev.covet.base.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the reader is in one object or array; kept and used again for the next at that depth.
 *
 * <p>One idea: all that the reader comes back to behind a value inside.
 */
final class Frame {
  static final int NOTHING_YET = -1;
  private static final long[] NONE = {};

  final @Nullable Frame parent;
  private @Nullable Frame child;

  /** Keys of the object; null in an array and in an object of any keys. */
  @Nullable Keys keys;

  /** Name of the member, where {@code keys} do not say it. */
  @Nullable String name;

  /** Position of the key, or of the element. */
  int index = NOTHING_YET;

  /** Whether the first member is still to come. */
  boolean first;

  /** Keys 0 to 63 that were read, a bit each. */
  long seen;

  /** Keys from 64. */
  long[] seenMore = NONE;

  /** Those by one of which the record was chosen; null in what is of no sealed type. */
  @Nullable Tags tags;

  /** Where the name of its tag stands. */
  int tagName;

  /** Number of problems when it began. */
  int problems;

  Frame(@Nullable Frame parent) {
    this.parent = parent;
  }

  /** The frame inside this one, as new. */
  Frame enter(@Nullable Keys keysInside, int problemsBefore) {
    var inside = child;
    if (inside == null) {
      inside = new Frame(this);
      child = inside;
    }
    inside.keys = keysInside;
    inside.name = null;
    inside.index = NOTHING_YET;
    inside.first = true;
    inside.seen = 0;
    inside.tags = null;
    inside.problems = problemsBefore;
    if (keysInside != null && keysInside.size() > 64) {
      inside.seenMore = new long[(keysInside.size() - 1) / 64];
    }
    return inside;
  }

  /** Marks a key as read; says whether it had been before. */
  boolean markSeen(int key) {
    var bit = 1L << key;
    if (key < 64) {
      var again = (seen & bit) != 0;
      seen |= bit;
      return again;
    }
    var again = (seenMore[key / 64 - 1] & bit) != 0;
    seenMore[key / 64 - 1] |= bit;
    return again;
  }

  /** Keys {@code 64 * word} and further that were read. */
  long seen(int word) {
    return word == 0 ? seen : seenMore[word - 1];
  }

  /** The last element of the location of what is read now. */
  private Object element() {
    if (name != null) return name;
    return keys == null ? (Object) index : keys.name(index);
  }

  /** Whether something inside this is being read, so that it has an element in locations. */
  private boolean hasElement() {
    return name != null || index != NOTHING_YET;
  }

  /** The location of what is read now. */
  List<Object> location(String source) {
    var location = new ArrayList<Object>();
    for (@Nullable Frame here = this; here != null; here = here.parent) {
      if (here.hasElement()) location.addFirst(here.element());
    }
    location.addFirst(source);
    return location;
  }
}
