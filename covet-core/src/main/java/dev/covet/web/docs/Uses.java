package dev.covet.web.docs;

import dev.covet.schema.ObjectSchema;
import dev.covet.schema.Property;
import dev.covet.schema.Schema;
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

  /** Adds a value and everything in it. */
  void add(Schema schema, Side side) {
    switch (schema) {
      case Schema.Ref ref -> add(ref.target().get(), side);
      case Schema.ChangesOf(var of) -> add(of.target().get(), Side.CHANGES);
      case Schema.ListOf list -> add(list.element(), side);
      case Schema.Nullable(var of) -> add(of, side);
      case Schema.AnyOf(var shapes) -> shapes.forEach(each -> add(each, side));
      case Schema.Choice choice -> types.add(choice.type());
      case Schema.Scalar _, Schema.Any _ -> {}
    }
  }

  private void add(ObjectSchema object, Side side) {
    types.add(object.type());
    objects.put(object.type(), object);
    if (sides.computeIfAbsent(object.type(), _ -> EnumSet.noneOf(Side.class)).add(side)) {
      object.properties().stream()
          .filter(side::shows)
          .forEach(property -> add(property.schema(), side.within()));
    }
  }

  /** The names of all that was added. */
  ComponentNames names() {
    var names = new ComponentNames(types);
    for (var object : objects.values()) {
      sides(object).forEach(side -> name(names, object, side));
    }
    return names;
  }

  /** The name of an object from a side: {@code Hero}, {@code HeroCreate} or {@code HeroUpdate}. */
  String name(ComponentNames names, ObjectSchema object, Side side) {
    return switch (side) {
      case OUTPUT, ERROR -> names.of(object.type());
      case INPUT ->
          differs(object) ? names.derived(object.type(), "Create") : names.of(object.type());
      case CHANGES -> names.derived(object.type(), "Update");
    };
  }

  private EnumSet<Side> sides(ObjectSchema object) {
    return sides.getOrDefault(object.type(), EnumSet.noneOf(Side.class));
  }

  /** Whether what is sent is not what is got, here or in an object within. */
  private boolean differs(ObjectSchema object) {
    var used = sides(object);
    var both = used.contains(Side.INPUT) && used.contains(Side.OUTPUT);
    return holds(object, both, new HashSet<>());
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
      case Schema.ListOf list -> holds(list.element(), bothWays, seen);
      case Schema.Nullable(var of) -> holds(of, bothWays, seen);
      case Schema.AnyOf(var shapes) ->
          shapes.stream().anyMatch(each -> holds(each, bothWays, seen));
      case Schema.ChangesOf _, Schema.Scalar _, Schema.Choice _, Schema.Any _ -> false;
    };
  }
}
