package dev.covet.web.docs;

import dev.covet.api.JsonValue;
import dev.covet.base.codec.Codecs;
import dev.covet.base.json.Json;
import dev.covet.schema.Constraint;
import dev.covet.schema.Kind;
import dev.covet.schema.ObjectSchema;
import dev.covet.schema.Property;
import dev.covet.schema.Schema;
import dev.covet.schema.UnionSchema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes values that look real, and that the app takes: each object was read by the app's own codec.
 * There is none of a type if none is found. Always the same for the same types. Not thread-safe.
 */
final class MadeValues {
  /** Objects in objects from which on nothing is put into them that may be left out. */
  private static final int DEPTH_USUAL = 3;

  private static final int DEPTH_MAX = 8;
  private static final int ELEMENTS_MAX = 20;

  /** Up to here JavaScript has every whole number (ECMA-262, 21.1.2.8). */
  private static final double WHOLE_MAX = 9_007_199_254_740_991d;

  private static final Json JSON = new Json();

  private final AppForms forms;
  private final ExampleWords words = new ExampleWords();
  private final Map<String, Optional<JsonValue>> made = new HashMap<>();

  /** The types of the objects that are being made, outermost first. */
  private final LinkedHashSet<String> open = new LinkedHashSet<>();

  /** Whether something was left out because of where it is. */
  private boolean isCut;

  MadeValues(AppForms forms) {
    this.forms = forms;
  }

  /**
   * Where a value is.
   *
   * @param type the name of the object that it is in; empty for none
   * @param name what it is called
   * @param nth which one of several that are called alike
   */
  record Spot(String type, String name, int nth) {
    Spot nth(int other) {
      return new Spot(type, name, other);
    }
  }

  /** A value of a shape as one side sees it; empty if none is found. */
  Optional<JsonValue> of(Schema schema, Side side, Spot at) {
    return switch (schema) {
      case Schema.Scalar scalar ->
          ScalarExamples.of(scalar, words.of(at.type(), at.name()), at.nth());
      case Schema.Choice choice -> choice(choice, at.nth());
      case Schema.ListOf list -> list(list, side, at);
      case Schema.MapOf map when map.limits().contains(Constraint.isNull()) ->
          Optional.of(JsonValue.NULL);
      case Schema.MapOf map -> map(map, side, at).map(JsonValue.Members::new);
      case Schema.Ref ref -> of(ref.target().get(), side);
      case Schema.Union union -> of(union.target().get(), side);
      case Schema.ChangesOf(var of) -> of(of.target().get(), side.changes());
      case Schema.AnyOf(var shapes) ->
          shapes.stream().flatMap(each -> of(each, side, at).stream()).findFirst();
      case Schema.Any _ -> Optional.of(new JsonValue.Members(Map.of()));
      case Schema.Nullable(var of) -> Optional.of(orNull(of, side, at));
    };
  }

  private static Optional<JsonValue> choice(Schema.Choice choice, int nth) {
    var values = choice.values();
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(new JsonValue.Text(values.get(nth % values.size())));
  }

  /** What may refer to a row is null in what is sent: there may be no such row. */
  private JsonValue orNull(Schema of, Side side, Spot at) {
    var mayRefer = !side.isAnswer() && at.name().matches("(?i).*(_id|[a-z]Id)");
    return mayRefer || isDeep(of) ? JsonValue.NULL : of(of, side, at).orElse(JsonValue.NULL);
  }

  private boolean isDeep(Schema schema) {
    var isDeep = open.size() >= DEPTH_USUAL && !(schema instanceof Schema.Scalar);
    isCut |= isDeep;
    return isDeep;
  }

  private Optional<JsonValue> list(Schema.ListOf list, Side side, Spot at) {
    if (list.limits().contains(Constraint.isNull())) return Optional.of(JsonValue.NULL);
    var isSet = list.limits().contains(Constraint.unique());
    var isPlain = list.element() instanceof Schema.Scalar;
    var count = ScalarExamples.count(list.limits(), isDeep(list.element()) ? 0 : isPlain ? 2 : 1);
    if (count > ELEMENTS_MAX) return Optional.empty();
    var each = new Spot(at.type(), at.name().replaceFirst("(?<=[a-z]{2})s$", ""), 0);
    var items = new ArrayList<JsonValue>();
    for (var i = 0; i < count; i++) {
      var item = of(list.element(), side, each.nth(i));
      var isNew = item.isPresent() && !(isSet && items.contains(item.get()));
      if (isNew) items.add(item.get());
    }
    return Optional.<JsonValue>of(new JsonValue.Items(items))
        .filter(_ -> items.size() >= ScalarExamples.count(list.limits(), 0));
  }

  private Optional<Map<String, JsonValue>> map(Schema.MapOf map, Side side, Spot at) {
    var count = ScalarExamples.count(map.limits(), isDeep(map.value()) ? 0 : 1);
    var members = new LinkedHashMap<String, JsonValue>();
    for (var i = 0; i < Math.min(count, ELEMENTS_MAX); i++) {
      var key = of(map.key(), side, new Spot("", "key", i));
      var value = of(map.value(), side, at.nth(i));
      if (key.isPresent() && value.isPresent()) members.put(name(key.get()), value.get());
    }
    return Optional.<Map<String, JsonValue>>of(members)
        .filter(_ -> members.size() >= ScalarExamples.count(map.limits(), 0));
  }

  private static String name(JsonValue key) {
    return switch (key) {
      case JsonValue.Text(var text) -> text;
      case JsonValue.Decimal(var number) -> number.toPlainString();
      case JsonValue.Bool(var value) -> String.valueOf(value);
      default -> "name";
    };
  }

  private Optional<JsonValue> of(UnionSchema union, Side side) {
    return union.variants().stream()
        .flatMap(each -> tagged(union, each, side).stream())
        .findFirst();
  }

  /** One object of a choice, with what says which one it is. */
  Optional<JsonValue> tagged(UnionSchema union, UnionSchema.Variant variant, Side side) {
    return of(variant.of().target().get(), side)
        .map(object -> {
          var members = new LinkedHashMap<String, JsonValue>();
          members.put(union.discriminator(), new JsonValue.Text(variant.tag()));
          members.putAll(((JsonValue.Members) object).values());
          return new JsonValue.Members(members);
        });
  }

  /** An object as one side sees it; empty if none is found that the app takes. */
  Optional<JsonValue> of(ObjectSchema object, Side side) {
    var key = object.type() + " " + side;
    var known = made.get(key);
    if (known != null) return known;
    if (open.size() >= DEPTH_MAX || !open.add(object.type())) {
      isCut = true;
      return Optional.empty();
    }
    var wasCut = isCut;
    isCut = false;
    var fresh = Examples.of(object, side).stream().findFirst().or(() -> madeUp(object, side));
    open.remove(object.type());
    if (!isCut) made.put(key, fresh);
    isCut |= wasCut && !open.isEmpty();
    return fresh;
  }

  private Optional<JsonValue> madeUp(ObjectSchema object, Side side) {
    var members = new LinkedHashMap<String, JsonValue>();
    var uses = new HashMap<List<String>, Integer>();
    for (var property : object.properties().stream().filter(side::shows).toList()) {
      var nth = isText(property.schema()) ? nth(uses, object, property) : 0;
      var value = of(property, side, new Spot(object.name(), property.name(), nth));
      if (value.isPresent()) {
        members.put(property.name(), value.get());
      } else if (side.requires(property)) {
        return Optional.empty();
      }
    }
    var others = object.others();
    if (others != null && ScalarExamples.count(others.limits(), 0) > 0) {
      map(others, side.within(), new Spot(object.name(), "value", 0)).ifPresent(members::putAll);
    }
    return Optional.<JsonValue>of(new JsonValue.Members(members))
        .filter(each -> isTaken(object, side, each));
  }

  private static boolean isText(Schema schema) {
    return switch (schema) {
      case Schema.Scalar(var kind, _) -> kind == Kind.STRING;
      case Schema.Nullable(var of) -> isText(of);
      default -> false;
    };
  }

  /** Two texts that look alike differ, as two names of one person do. */
  private int nth(Map<List<String>, Integer> uses, ObjectSchema object, Property property) {
    return uses.merge(words.of(object.name(), property.name()), 1, Integer::sum) - 1;
  }

  /** A property of an object that has no example as a whole. */
  Optional<JsonValue> of(ObjectSchema object, Property property, Side side) {
    var limits =
        property.schema() instanceof Schema.Scalar(_, var all) ? all : List.<Constraint>of();
    return new ScalarConstraints(limits).isPartlyCode()
        ? Optional.empty()
        : of(property, side, new Spot(object.name(), property.name(), 0));
  }

  private Optional<JsonValue> of(Property property, Side side, Spot at) {
    var examples = property.remarks().examples();
    if (!examples.isEmpty()) return Optional.of(JsonText.ready(examples.getFirst()));
    if (property.defaultJson() != null && !side.isAnswer()) {
      return Optional.of(JsonText.ready(property.defaultJson())).filter(each -> !isRounded(each));
    }
    return of(property.schema(), side.within(), at);
  }

  /** Whether a page, whose numbers have 64 bits, would send another number. */
  private static boolean isRounded(JsonValue value) {
    return value instanceof JsonValue.Decimal(var number)
        && Math.abs(number.doubleValue()) > WHOLE_MAX
        && (Double.isInfinite(number.doubleValue())
            || BigDecimal.valueOf(number.doubleValue()).compareTo(number) != 0);
  }

  /** Whether the app reads an object without a problem; so does one of which nothing is known. */
  private boolean isTaken(ObjectSchema object, Side side, JsonValue value) {
    var codec =
        switch (side) {
          case INPUT -> forms.input(object.type());
          case OUTPUT -> forms.output(object.type());
          case ERROR, CHANGES, SHOWN_CHANGES -> null;
        };
    if (codec == null) return true;
    try {
      JSON.read(JSON.write(Codecs.VALUE, value), codec);
      return true;
    } catch (RuntimeException
        | AssertionError _) { // a problem, or a rule of the program's own that fails
      return false;
    }
  }
}
