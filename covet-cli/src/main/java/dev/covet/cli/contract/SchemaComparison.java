package dev.covet.cli.contract;

import dev.covet.api.JsonValue;
import dev.covet.cli.document.Alternative;
import dev.covet.cli.document.AlternativesReader;
import dev.covet.cli.document.PairSet;
import dev.covet.cli.document.Sameness;
import dev.covet.cli.document.Tree;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Compares two schemas of a value that goes one way. What they are made of waits in a queue, and no
 * pair is compared twice: schemas may hold themselves, and be as deep as they like. Not
 * thread-safe.
 */
final class SchemaComparison {
  /** The schema of any value. */
  static final JsonValue ANYTHING = new JsonValue.Members(Map.of());

  /** Most pairs of schemas that one value is made of; more are compared word for word. */
  private static final int PAIRS_MAX = 50_000;

  /** Most schemas of one document that are first merged for one value, which takes longer. */
  private static final int MERGED_MAX = 1_000;

  private static final Set<String> COMPARED =
      Set.of(
          ("enum const default format pattern multipleOf uniqueItems minimum maximum"
                  + " exclusiveMinimum exclusiveMaximum minLength maxLength minItems maxItems"
                  + " minProperties maxProperties items properties required additionalProperties"
                  + " propertyNames readOnly writeOnly")
              .split(" "));

  private record Open(JsonValue before, JsonValue after, Subject at) {}

  private final AlternativesReader before;
  private final AlternativesReader after;
  private final PairSet unchanged;
  private final Judge judge;
  private final BiConsumer<Effect, String> changes;
  private final ArrayDeque<Open> open = new ArrayDeque<>();
  private final PairSet seen = new PairSet();
  private final PairSet targets = new PairSet();
  private boolean hasChanges;

  SchemaComparison(Sides sides, Judge judge) {
    this.before = sides.before();
    this.after = sides.after();
    this.unchanged = sides.unchanged(judge.flow());
    this.judge = new Judge(judge.flow(), this::changed);
    this.changes = judge.changes();
  }

  private void changed(Effect effect, String text) {
    hasChanges = true;
    changes.accept(effect, text);
  }

  Judge judge() {
    return judge;
  }

  AlternativesReader before() {
    return before;
  }

  AlternativesReader after() {
    return after;
  }

  void compare(JsonValue old, JsonValue now, Subject at) {
    later(old, now, at);
    var merged = before.merged() + after.merged();
    for (var i = 0; !open.isEmpty(); i++) {
      if (i == PAIRS_MAX || before.merged() + after.merged() - merged > 2 * MERGED_MAX) {
        whole(old, now, at);
        break;
      }
      compare(open.removeFirst());
    }
    if (!hasChanges) unchanged.addAll(targets);
  }

  /** Compares what has too many parts to compare each of them. */
  private void whole(JsonValue old, JsonValue now, Subject at) {
    if (!Sameness.of(before.document(), old, after.document(), now)) {
      judge.differs(at, "differs, and has too many fields in each other to compare them all");
    }
  }

  /** Compares parts of what is compared now, after it. */
  void later(JsonValue old, JsonValue now, Subject at) {
    var oldTarget = before.target(old);
    var newTarget = after.target(now);
    if (!unchanged.contains(oldTarget, newTarget) && seen.add(old, now)) {
      targets.add(oldTarget, newTarget);
      open.add(new Open(old, now, at));
    }
  }

  private void compare(Open pair) {
    var old = before.of(pair.before());
    var now = after.of(pair.after());
    var at = pair.at();
    if (!old.isAnything() && !now.isAnything()) nulls(old.takesNull(), now.takesNull(), at);
    var pairing = Pairing.of(old.all(), now.all(), this::areSame);
    pairing.matched().forEach(each -> compare(each.before(), each.after(), at));
    pairing.gone().forEach(each -> gone(each, at));
    pairing.added().forEach(each -> added(each, at));
    discriminators(old.discriminator(), now.discriminator(), at);
  }

  private void nulls(boolean old, boolean now, Subject at) {
    if (old && !now) {
      judge.tighter(at, "is never null any more", "null");
    } else if (now && !old && judge.isSent()) {
      judge.compatible(at, "may be null now");
    } else if (now && !old) {
      judge.breaks(at, "may be null now", "clients that rely on a value fail");
    }
  }

  private boolean areSame(Alternative one, Alternative other) {
    return one.type().equals(other.type())
        && Sameness.of(
            before.document(),
            new JsonValue.Members(one.words()),
            after.document(),
            new JsonValue.Members(other.words()));
  }

  private void gone(Alternative shape, Subject at) {
    judge.tighter(at, "is never " + shape.shown() + " any more", shape.shown());
  }

  private void added(Alternative shape, Subject at) {
    var what = "may also be " + shape.shown() + " now";
    if (judge.isSent()) {
      judge.compatible(at, what);
    } else {
      judge.mayBreak(at, what, "clients that know the others alone do not understand it");
    }
  }

  private void discriminators(String old, String now, Subject at) {
    if (!old.equals(now)) {
      var what = "has the discriminator " + orNone(now) + " now, was " + orNone(old);
      if (old.isEmpty()) {
        judge.differs(at, what);
      } else {
        judge.breaks(at, what, "clients look for the kind of a value in another field");
      }
    }
  }

  private static String orNone(String name) {
    return name.isEmpty() ? "none" : name;
  }

  private void compare(Alternative old, Alternative now, Subject at) {
    if (!old.tag().isEmpty() && !now.tag().isEmpty() && !old.tag().equals(now.tag())) {
      judge.breaks(
          at,
          "has the variant " + now.shown() + " now, was " + old.shown(),
          "clients know it by its old name");
    }
    if (!types(old, now, at)) return;
    new Bounds(judge, at).ofNumbers(old, now);
    new Bounds(judge, at).ofSizes(old.words(), now.words());
    new ScalarComparison(judge, at, old, now).compare();
    new ObjectComparison(this, at, old, now).compare();
    later(
        old.words().getOrDefault("items", ANYTHING),
        now.words().getOrDefault("items", ANYTHING),
        at.items());
    others(old.words(), now.words(), at);
  }

  /** Compares the types; whether what they hold can be compared. */
  private boolean types(Alternative old, Alternative now, Subject at) {
    if (old.type().equals(now.type())) return true;
    var what = "is " + now.typeShown() + " now, was " + old.typeShown();
    if (old.type().isEmpty() || (old.isNumber() && now.isInteger())) {
      judge.tighter(at, what, old.isNumber() ? "other numbers" : "other values");
      return old.isNumber() || !old.words().isEmpty();
    } else if (now.type().isEmpty() || (old.isInteger() && now.isNumber())) {
      judge.looser(at, what, now.isNumber() ? "numbers with fractions" : "other values");
    } else {
      judge.breaks(
          at, what, judge.isSent() ? "requests as before are refused" : "clients cannot read it");
      return false;
    }
    return true;
  }

  /** Compares words of which it is not known here what they mean. */
  private void others(Map<String, JsonValue> old, Map<String, JsonValue> now, Subject at) {
    var words = new LinkedHashSet<>(old.keySet());
    words.addAll(now.keySet());
    words.removeAll(COMPARED);
    for (var word : words) {
      if (!Sameness.of(before.document(), old.get(word), after.document(), now.get(word))) {
        judge.differs(
            at,
            "has another \""
                + word
                + "\" now: "
                + Tree.shown(now.get(word))
                + ", was "
                + Tree.shown(old.get(word)));
      }
    }
  }
}
