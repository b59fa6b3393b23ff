package dev.covet.web.docs;

import dev.covet.schema.ObjectSchema;
import dev.covet.schema.Property;
import dev.covet.schema.Schema;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which objects a document shows, and from which sides; their names follow from it. Not
 * thread-safe.
 */
final class Uses {
  private final Map<String, ObjectSchema> objects = new TreeMap<>();
  private final Map<String, EnumSet<View>> views = new TreeMap<>();

  /** Adds a value and everything in it. */
  void add(Schema schema, View view) {
    switch (schema) {
      case Schema.Ref ref -> add(ref.target().get(), view);
      case Schema.ChangesOf(var of) -> add(of.target().get(), View.CHANGES);
      case Schema.ListOf list -> add(list.element(), view);
      case Schema.Nullable(var of) -> add(of, view);
      case Schema.Scalar _, Schema.Choice _, Schema.Any _ -> {}
    }
  }

  private void add(ObjectSchema object, View view) {
    objects.put(object.type(), object);
    if (views.computeIfAbsent(object.type(), _ -> EnumSet.noneOf(View.class)).add(view)) {
      object.properties().stream()
          .filter(view::shows)
          .forEach(property -> add(property.schema(), view.within()));
    }
  }

  /**
   * The name of an object in the document: {@code Hero}, {@code HeroCreate} or {@code HeroUpdate}.
   */
  String name(ObjectSchema object, View view) {
    return nameOf(object)
        + switch (view) {
          case OUTPUT, ERROR -> "";
          case INPUT -> differs(object) ? "Create" : "";
          case CHANGES -> "Update";
        };
  }

  /** The simple name; for all but the first type of that name, the name with its package. */
  private String nameOf(ObjectSchema object) {
    var first = objects.values().stream().filter(o -> o.name().equals(object.name())).findFirst();
    var isFirst = first.map(ObjectSchema::type).filter(object.type()::equals).isPresent();
    return isFirst ? object.name() : object.type();
  }

  /** Whether what is sent is not what is got, here or in an object within. */
  private boolean differs(ObjectSchema object) {
    var used = views.getOrDefault(object.type(), EnumSet.noneOf(View.class));
    var both = used.contains(View.INPUT) && used.contains(View.OUTPUT);
    return holds(object, both, new HashSet<>());
  }

  private static boolean holds(ObjectSchema object, boolean optionalToo, Set<String> seen) {
    return seen.add(object.type())
        && object.properties().stream()
            .anyMatch(p -> isOneSided(p, optionalToo) || holds(p.schema(), optionalToo, seen));
  }

  private static boolean isOneSided(Property property, boolean optionalToo) {
    return property.readOnly() || property.writeOnly() || (optionalToo && !property.required());
  }

  private static boolean holds(Schema schema, boolean optionalToo, Set<String> seen) {
    return switch (schema) {
      case Schema.Ref ref -> holds(ref.target().get(), optionalToo, seen);
      case Schema.ListOf list -> holds(list.element(), optionalToo, seen);
      case Schema.Nullable(var of) -> holds(of, optionalToo, seen);
      case Schema.ChangesOf _, Schema.Scalar _, Schema.Choice _, Schema.Any _ -> false;
    };
  }
}
