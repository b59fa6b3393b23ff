package dev.covet.web.docs;

import dev.covet.schema.ObjectSchema;
import dev.covet.schema.Property;
import dev.covet.schema.Schema;
import dev.covet.schema.UnionSchema;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which objects and enums a document shows, and from which sides; how many components each has
 * follows from it. Not thread-safe.
 */
final class Uses {
  private final Set<String> types = new TreeSet<>();
  private final Map<String, EnumSet<Side>> sides = new TreeMap<>();
  private final Map<String, ObjectSchema> objects = new TreeMap<>();
  private final Map<String, UnionSchema> unions = new TreeMap<>();

  /** Adds a value and everything in it. */
  void add(Schema schema, Side side) {
    switch (schema) {
      case Schema.Ref ref -> add(ref.target().get(), side);
      case Schema.Union union -> add(union.target().get(), side);
      case Schema.ChangesOf(var of) -> add(of.target().get(), side.changes());
      case Schema.ListOf list -> add(list.element(), side);
      case Schema.MapOf map -> {
        add(map.key(), side);
        add(map.value(), side);
      }
      case Schema.Nullable(var of) -> add(of, side);
      case Schema.AnyOf(var shapes) -> shapes.forEach(each -> add(each, side));
      case Schema.Choice choice -> types.add(choice.type());
      case Schema.Scalar _, Schema.Any _ -> {}
    }
  }

  private void add(ObjectSchema object, Side side) {
    types.add(object.type());
    objects.put(object.type(), object);
    if (isNew(object.type(), side)) {
      object.properties().stream()
          .filter(side::shows)
          .forEach(property -> add(property.schema(), side.within()));
      var others = object.others();
      if (others != null) add(others, side.within());
    }
  }

  private void add(UnionSchema union, Side side) {
    types.add(union.type());
    unions.put(union.type(), union);
    if (isNew(union.type(), side)) union.variants().forEach(each -> add(tagged(union, each), side));
  }

  private boolean isNew(String type, Side side) {
    return sides.computeIfAbsent(type, _ -> EnumSet.noneOf(Side.class)).add(side);
  }

  /**
   * An object as one of a choice: it has a tag there, so it is another one than it is by itself.
   */
  static ObjectSchema tagged(UnionSchema union, UnionSchema.Variant variant) {
    var object = variant.of().target().get();
    return object.ofType(object.type() + "<" + union.type() + ">");
  }

  /** The names of all that was added. */
  ComponentNames names() {
    var names = new ComponentNames(types);
    for (var object : objects.values()) {
      sides(object.type()).forEach(side -> name(names, object, side));
    }
    for (var union : unions.values()) sides(union.type()).forEach(side -> name(names, union, side));
    return names;
  }

  /** The name of an object from a side: {@code Hero}, {@code HeroCreate} or {@code HeroUpdate}. */
  String name(ComponentNames names, ObjectSchema object, Side side) {
    return switch (side) {
      case OUTPUT, ERROR -> names.of(object.type());
      case INPUT ->
          differs(object) ? names.derived(object.type(), "Create") : names.of(object.type());
      case CHANGES -> names.derived(object.type(), "Update");
      case SHOWN_CHANGES ->
          names.derived(object.type(), changesDiffer(object) ? "Changes" : "Update");
    };
  }

  /** The name of a choice from a side. */
  String name(ComponentNames names, UnionSchema union, Side side) {
    return side == Side.INPUT && differs(union)
        ? names.derived(union.type(), "Create")
        : names.of(union.type());
  }

  private EnumSet<Side> sides(String type) {
    return sides.getOrDefault(type, EnumSet.noneOf(Side.class));
  }

  /** Whether what is sent is not what is got, here or in an object within. */
  private boolean differs(ObjectSchema object) {
    return holds(object, isBothWays(object.type()), new HashSet<>());
  }

  private boolean differs(UnionSchema union) {
    return holds(union.ref(), isBothWays(union.type()), new HashSet<>());
  }

  /** Whether changes that are sent are not those that are got. */
  private static boolean changesDiffer(ObjectSchema object) {
    return holds(object, true, new HashSet<>());
  }

  private boolean isBothWays(String type) {
    return sides(type).containsAll(EnumSet.of(Side.INPUT, Side.OUTPUT));
  }

  private static boolean holds(ObjectSchema object, boolean bothWays, Set<String> seen) {
    return seen.add(object.type())
        && ((bothWays && object.strict())
            || object.properties().stream()
                .anyMatch(p -> isOneSided(p, bothWays) || holds(p.schema(), bothWays, seen)));
  }

  private static boolean isOneSided(Property property, boolean bothWays) {
    return property.readOnly() || property.writeOnly() || (bothWays && !property.required());
  }

  private static boolean holds(Schema schema, boolean bothWays, Set<String> seen) {
    return switch (schema) {
      case Schema.Ref ref -> holds(ref.target().get(), bothWays, seen);
      case Schema.Union union ->
          union.target().get().variants().stream()
              .anyMatch(each -> holds(each.of(), bothWays, seen));
      case Schema.ListOf list -> holds(list.element(), bothWays, seen);
      case Schema.MapOf map -> holds(map.value(), bothWays, seen);
      case Schema.Nullable(var of) -> holds(of, bothWays, seen);
      case Schema.AnyOf(var shapes) ->
          shapes.stream().anyMatch(each -> holds(each, bothWays, seen));
      case Schema.ChangesOf(var of) -> bothWays && holds(of.target().get(), true, seen);
      case Schema.Scalar _, Schema.Choice _, Schema.Any _ -> false;
    };
  }
}
