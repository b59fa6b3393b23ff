package dev.covet.cli.contract;

import dev.covet.api.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares how large numbers, texts, arrays and objects may be. */
final class Bounds {
  /** What a bound is of: how a change of it is said. */
  private record Kind(String verb, String one, String many, boolean whole) {
    static Kind size(String one, String many) {
      return new Kind("has", one, many, true);
    }

    String counted(BigDecimal number) {
      if (many.isEmpty()) return shown(number);
      return shown(number) + " " + (number.equals(BigDecimal.ONE) ? one : many);
    }

    String of(String range) {
      return many.isEmpty() ? range : range + " " + many;
    }
  }

  /** One end of a range; excluded values have it as their own limit. */
  private record End(BigDecimal value, boolean excluded) {}

  private final Judge judge;
  private final Subject at;

  Bounds(Judge judge, Subject at) {
    this.judge = judge;
    this.at = at;
  }

  /** Compares the bounds of numbers. */
  void ofNumbers(Alternative before, Alternative after) {
    var whole = before.isInteger() && after.isInteger();
    var kind = new Kind("is", "", "", whole);
    lower(kind, least(before, whole), least(after, whole));
    upper(kind, most(before, whole), most(after, whole));
  }

  /** Compares sizes: of texts, arrays and objects. */
  void ofSizes(Map<String, JsonValue> before, Map<String, JsonValue> after) {
    sizes(Kind.size("character", "characters"), "Length", before, after);
    sizes(Kind.size("item", "items"), "Items", before, after);
    sizes(Kind.size("field", "fields"), "Properties", before, after);
  }

  private void sizes(
      Kind kind, String word, Map<String, JsonValue> before, Map<String, JsonValue> after) {
    lower(kind, size(before, "min" + word), size(after, "min" + word));
    upper(kind, size(before, "max" + word), size(after, "max" + word));
  }

  private static @Nullable End size(Map<String, JsonValue> words, String word) {
    return number(words, word)
        .filter(value -> value.signum() > 0 || word.startsWith("max"))
        .map(value -> new End(value, false))
        .orElse(null);
  }

  private static Optional<BigDecimal> number(Map<String, JsonValue> words, String word) {
    return words.get(word) instanceof JsonValue.Decimal(var number)
        ? Optional.of(number)
        : Optional.empty();
  }

  private static @Nullable End least(Alternative of, boolean whole) {
    var plain = number(of.words(), "minimum").orElse(null);
    var beyond = number(of.words(), "exclusiveMinimum").orElse(null);
    if (plain == null && beyond == null) return null;
    var excluded = plain == null || beyond != null && beyond.compareTo(plain) >= 0;
    var value = excluded && beyond != null ? beyond : plain;
    if (value == null || !whole) return value == null ? null : new End(value, excluded);
    return new End(
        excluded
            ? value.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE)
            : value.setScale(0, RoundingMode.CEILING),
        false);
  }

  private static @Nullable End most(Alternative of, boolean whole) {
    var plain = number(of.words(), "maximum").orElse(null);
    var beyond = number(of.words(), "exclusiveMaximum").orElse(null);
    if (plain == null && beyond == null) return null;
    var excluded = plain == null || beyond != null && beyond.compareTo(plain) <= 0;
    var value = excluded && beyond != null ? beyond : plain;
    if (value == null || !whole) return value == null ? null : new End(value, excluded);
    return new End(
        excluded
            ? value.setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE)
            : value.setScale(0, RoundingMode.FLOOR),
        false);
  }

  private void lower(Kind kind, @Nullable End before, @Nullable End after) {
    var order = order(before, after, -1);
    if (order == 0) return;
    var what = what(kind, before, after, new String[] {"at least ", "more than ", "lower"});
    if (order > 0 && after != null) {
      judge.tighter(at, what, kind.of(below(kind, before, after)));
    } else if (before != null) {
      judge.looser(at, what, kind.of(below(kind, after, before)));
    }
  }

  private void upper(Kind kind, @Nullable End before, @Nullable End after) {
    var order = order(before, after, 1);
    if (order == 0) return;
    var what = what(kind, before, after, new String[] {"at most ", "less than ", "upper"});
    if (order > 0 && after != null) {
      judge.tighter(at, what, kind.of(above(kind, after, before)));
    } else if (before != null) {
      judge.looser(at, what, kind.of(above(kind, before, after)));
    }
  }

  /**
   * How two ends differ: positive where the later one leaves less.
   *
   * @param way 1 for upper ends, -1 for lower ones
   */
  private static int order(@Nullable End before, @Nullable End after, int way) {
    if (before == null || after == null) {
      return before == after ? 0 : before == null ? 1 : -1;
    }
    var order = before.value().compareTo(after.value()) * way;
    return order != 0 ? order : Boolean.compare(after.excluded(), before.excluded());
  }

  private static String what(Kind kind, @Nullable End before, @Nullable End after, String[] words) {
    if (after == null && before != null) {
      return "has no " + words[2] + " limit now, was " + end(kind, before, words);
    }
    var now = after == null ? "" : kind.verb() + " now " + end(kind, after, words);
    return before == null ? now : now + ", was " + end(kind, before, words);
  }

  private static String end(Kind kind, End end, String[] words) {
    return words[end.excluded() ? 1 : 0] + kind.counted(end.value());
  }

  /** The values above the nearer end, up to the farther one. */
  private static String above(Kind kind, End near, @Nullable End far) {
    if (kind.whole() && far != null) return range(near.value().add(BigDecimal.ONE), far.value());
    var start =
        near.excluded() ? shown(near.value()) + " or more" : "more than " + shown(near.value());
    return far == null ? start : start + ", up to " + shown(far.value());
  }

  /** The values below the nearer end, down to the farther one. */
  private static String below(Kind kind, @Nullable End far, End near) {
    if (kind.whole() && far != null) {
      return range(far.value(), near.value().subtract(BigDecimal.ONE));
    }
    var start =
        near.excluded() ? shown(near.value()) + " or less" : "less than " + shown(near.value());
    return far == null ? start : start + ", down to " + shown(far.value());
  }

  private static String range(BigDecimal from, BigDecimal to) {
    return from.compareTo(to) == 0 ? shown(from) : shown(from) + " to " + shown(to);
  }

  private static String shown(BigDecimal number) {
    return Math.abs((long) number.scale()) < 30 ? number.toPlainString() : number.toString();
  }
}
