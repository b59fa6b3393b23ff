package dev.covet.cli.contract;

import dev.covet.api.JsonValue;
import dev.covet.cli.document.Alternative;
import dev.covet.cli.document.Sameness;
import dev.covet.cli.document.Tree;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what two shapes say of the values themselves: which they are, how large, how formed. */
final class ScalarComparison {
  /** Formats whose values are all of the other format, too. */
  private static final Map<String, String> WIDER = Map.of("int32", "int64", "float", "double");

  private final Judge judge;
  private final Subject at;
  private final boolean areOtherNumbers;
  private final Map<String, JsonValue> before;
  private final Map<String, JsonValue> after;

  ScalarComparison(Judge judge, Subject at, Alternative before, Alternative after) {
    this.judge = judge;
    this.at = at;
    this.areOtherNumbers =
        before.isNumber() && after.isNumber() && !before.type().equals(after.type());
    this.before = before.words();
    this.after = after.words();
  }

  void compare() {
    choices();
    multiple();
    formats();
    patterns();
    unique();
    if (judge.isSent()) defaults();
  }

  private void choices() {
    var old = choices(before);
    var now = choices(after);
    if (old == null && now != null) {
      judge.tighter(at, "has only these values now: " + Tree.shown(now), "other values");
    } else if (old != null && now == null) {
      judge.looser(at, "may have any value now, was one of " + Tree.shown(old), "other values");
    } else if (old != null && now != null) {
      gone(missing(old, now));
      added(missing(now, old), old);
    }
  }

  private static @Nullable List<JsonValue> choices(Map<String, JsonValue> words) {
    var only = words.get("const");
    if (only != null) return List.of(only);
    return words.get("enum") instanceof JsonValue.Items(var choices) ? choices : null;
  }

  private static List<JsonValue> missing(List<JsonValue> from, List<JsonValue> in) {
    var texts = new HashSet<>(in);
    return from.stream()
        .filter(each ->
            !texts.contains(each) && in.stream().noneMatch(it -> Sameness.ofValues(it, each)))
        .toList();
  }

  private void gone(List<JsonValue> values) {
    if (!values.isEmpty()) judge.tighter(at, "is never " + or(values) + " any more", or(values));
  }

  private void added(List<JsonValue> values, List<JsonValue> known) {
    if (!values.isEmpty()) {
      judge.looser(
          at, "may also be " + or(values) + " now, was one of " + Tree.shown(known), or(values));
    }
  }

  private static String or(List<JsonValue> values) {
    var most = values.stream().limit(10).toList();
    return Tree.shown(most).replace(", ", " or ") + (values.size() > 10 ? " or others" : "");
  }

  private void multiple() {
    var old = before.get("multipleOf");
    var now = after.get("multipleOf");
    if (isSame(old, now)) return;
    if (old == null || isMultiple(now, old)) {
      judge.tighter(at, "is a multiple of " + Tree.shown(now) + " now", "other numbers");
    } else if (now == null || isMultiple(old, now)) {
      judge.looser(
          at, "need not be a multiple of " + Tree.shown(old) + " any more", "other numbers");
    } else {
      differs("multipleOf", old, now);
    }
  }

  private static boolean isMultiple(@Nullable JsonValue value, @Nullable JsonValue of) {
    return value instanceof JsonValue.Decimal(var number)
        && of instanceof JsonValue.Decimal(var unit)
        && unit.signum() != 0
        && number.abs().precision() < 100
        && number.remainder(unit).compareTo(BigDecimal.ZERO) == 0;
  }

  private void formats() {
    var old = Tree.text(before.get("format"));
    var now = Tree.text(after.get("format"));
    if (old.equals(now) || areOtherNumbers) return; // the types say which are more numbers
    if (old.isEmpty() || now.equals(narrower(old))) {
      judge.tighter(at, "has the format " + now + " now" + was(old), "another format");
    } else if (now.isEmpty() || old.equals(narrower(now))) {
      judge.looser(
          at,
          (now.isEmpty() ? "has no format now" : "has the format " + now + " now") + was(old),
          now.isEmpty() ? "other values" : "larger numbers");
    } else {
      differs("format", before.get("format"), after.get("format"));
    }
  }

  private static String narrower(String format) {
    return WIDER.entrySet().stream()
        .filter(each -> each.getValue().equals(format))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  private static String was(String old) {
    return old.isEmpty() ? "" : ", was " + old;
  }

  private void patterns() {
    var old = patterns(before);
    var now = patterns(after);
    if (old.equals(now)) return;
    if (now.containsAll(old)) {
      judge.tighter(at, "has a pattern now: " + Tree.shown(after.get("pattern")), "other values");
    } else if (old.containsAll(now)) {
      judge.looser(
          at, "has a pattern no longer: " + Tree.shown(before.get("pattern")), "other values");
    } else {
      differs("pattern", before.get("pattern"), after.get("pattern"));
    }
  }

  private static Set<String> patterns(Map<String, JsonValue> words) {
    var all = new HashSet<>(Tree.texts(words.get("pattern")));
    if (words.get("pattern") instanceof JsonValue.Text(var one)) all.add(one);
    return all;
  }

  private void unique() {
    var old = Tree.isTrue(before.get("uniqueItems"));
    var now = Tree.isTrue(after.get("uniqueItems"));
    if (now && !old) {
      judge.tighter(at, "has each item only once now", "an item twice");
    } else if (old && !now) {
      judge.looser(at, "may have an item twice now", "an item twice");
    }
  }

  /** What a client leaves out means something else then. */
  private void defaults() {
    var old = before.get("default");
    var now = after.get("default");
    if (!isSame(old, now)) {
      judge.mayBreak(
          at,
          "has the default " + Tree.shown(now) + " now, was " + Tree.shown(old),
          "requests without it mean something else");
    }
  }

  private static boolean isSame(@Nullable JsonValue old, @Nullable JsonValue now) {
    if (old == null || now == null) return old == null && now == null;
    return Sameness.ofValues(old, now);
  }

  private void differs(String word, @Nullable JsonValue old, @Nullable JsonValue now) {
    judge.differs(at, "has the " + word + " " + Tree.shown(now) + " now, was " + Tree.shown(old));
  }
}
