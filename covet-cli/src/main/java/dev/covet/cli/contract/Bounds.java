package dev.covet.cli.contract;

import dev.covet.api.JsonValue;
import dev.covet.cli.document.Alternative;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares how large numbers, texts, arrays and objects may be. */
record Bounds(Judge judge, Subject at) {
  /** What a bound is of: how a change of it is said. */
  private record Kind(String verb, String one, String many, boolean whole) {
    static Kind size(String one, String many) {
      return new Kind("has", one, many, true);
    }

    String counted(BigDecimal number) {
      if (many.isEmpty()) return shown(number);
      return shown(number) + " " + (number.compareTo(BigDecimal.ONE) == 0 ? one : many);
    }

    String of(String range) {
      if (many.isEmpty()) return range;
      return range + " " + (range.equals("1") ? one : many);
    }
  }

  /** One end of a range; excluded values have it as their own limit. */
  private record End(BigDecimal value, boolean excluded) {}

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
    var end = nearer(of.words(), "minimum", "exclusiveMinimum", 1);
    if (end == null || !whole) return end;
    var value = end.value().setScale(0, end.excluded() ? RoundingMode.FLOOR : RoundingMode.CEILING);
    return new End(end.excluded() ? value.add(BigDecimal.ONE) : value, false);
  }

  private static @Nullable End most(Alternative of, boolean whole) {
    var end = nearer(of.words(), "maximum", "exclusiveMaximum", -1);
    if (end == null || !whole) return end;
    var value = end.value().setScale(0, end.excluded() ? RoundingMode.CEILING : RoundingMode.FLOOR);
    return new End(end.excluded() ? value.subtract(BigDecimal.ONE) : value, false);
  }

  /** Of both words the one that leaves less; it excludes its own value where they are equal. */
  private static @Nullable End nearer(
      Map<String, JsonValue> words, String plain, String excluding, int way) {
    var included = number(words, plain).orElse(null);
    var excluded = number(words, excluding).orElse(null);
    if (excluded == null) return included == null ? null : new End(included, false);
    return included == null || excluded.compareTo(included) * way >= 0
        ? new End(excluded, true)
        : new End(included, false);
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
    if (before == null) return after == null ? 0 : 1;
    if (after == null) return -1;
    var order = before.value().compareTo(after.value()) * way;
    return order != 0 ? order : Boolean.compare(after.excluded(), before.excluded());
  }

  private static String what(Kind kind, @Nullable End before, @Nullable End after, String[] words) {
    if (after == null && before != null) {
      return "has no " + words[2] + " limit now, was " + end(kind, before, words);
    }
    if (after == null) return "";
    var now = kind.verb() + " now " + end(kind, after, words);
    if (before == null) return now;
    var isAlike = before.excluded() == after.excluded();
    return now + ", was " + (isAlike ? shown(before.value()) : end(kind, before, words));
  }

  private static String end(Kind kind, End end, String[] words) {
    return words[end.excluded() ? 1 : 0] + kind.counted(end.value());
  }

  /** The values above the nearer end, up to the farther one. */
  private static String above(Kind kind, End near, @Nullable End far) {
    var from = shown(near.value());
    if (far == null) return near.excluded() ? from + " or more" : "more than " + from;
    if (kind.whole()) return range(near.value().add(BigDecimal.ONE), far.value());
    if (near.value().compareTo(far.value()) == 0) return from;
    return (near.excluded() ? from : "more than " + from) + " up to " + shown(far.value());
  }

  /** The values below the nearer end, down to the farther one. */
  private static String below(Kind kind, @Nullable End far, End near) {
    var to = shown(near.value());
    if (kind.whole() && (far != null || !kind.many().isEmpty())) {
      var from = far == null ? BigDecimal.ZERO : far.value();
      return range(from, near.value().subtract(BigDecimal.ONE));
    }
    if (far == null) return near.excluded() ? to + " or less" : "less than " + to;
    if (near.value().compareTo(far.value()) == 0) return to;
    return shown(far.value()) + (near.excluded() ? " to " : " to less than ") + to;
  }

  private static String range(BigDecimal from, BigDecimal to) {
    return from.compareTo(to) == 0 ? shown(from) : shown(from) + " to " + shown(to);
  }

  private static String shown(BigDecimal number) {
    return Math.abs((long) number.scale()) < 30 ? number.toPlainString() : number.toString();
  }
}
