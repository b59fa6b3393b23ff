package dev.covet.processor.model.service;

import dev.covet.processor.model.type.TypeName;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * One class that was generated.
 *
 * @param type the user's type that it was made from
 * @param relies what else it was made from, each type with the hash that it had
 */
public record Made(Kind kind, TypeName type, NavigableMap<TypeName, String> relies) {
  /** Copies the map. */
  public Made {
    relies = Collections.unmodifiableNavigableMap(new TreeMap<>(relies));
  }

  /** What is generated, and how the class is called. */
  public enum Kind {
    /** Routes and hooks. */
    ROUTES("Routes"),
    /** The client of a class with routes. */
    CLIENT("Client"),
    /** Hooks of a class without routes. */
    PART("Part"),
    /** What documents say of webhooks. */
    WEBHOOK("Part"),
    /** What runs a guard. */
    GUARD("Guarding"),
    /** What runs a guard by the annotation that its method takes. */
    ANNOTATED_GUARD("Guarding"),
    /** A middleware's provider. */
    MIDDLEWARE("Provider"),
    /** A class's provider. */
    PROVIDER("Provider"),
    /** The providers that are methods of a class. */
    PROVIDERS("Providers"),
    /** The provider of a settings record. */
    SETTINGS("Provider"),
    /** The facts of an error. */
    ERROR("Facts"),
    /** The codec of a record. */
    CODEC("Codec"),
    /** The codec of a generic record with its types. */
    INSTANCE("Codec"),
    /** The codecs that the methods of a class provide. */
    GIVEN("Codecs"),
    /** The codec of a value class. */
    VALUE("Codec"),
    /** The codec of an enum. */
    ENUM("Codec"),
    /** A table. */
    TABLE("Table"),
    /** A projection. */
    PROJECTION("Projection"),
    /** What runs the SQL of an interface. */
    SQL("Calls"),
    /** What is known of who sends requests. */
    PRINCIPAL("Principal"),
    /** What calls another service for an interface. */
    CALLS("Calls"),
    /** The fields of a record without table. */
    FIELDS("Fields"),
    /** The values of a qualifier. */
    LITERAL("Literal"),
    /** A subclass of a service whose calls are protected. */
    PROTECTED("Protected");

    private final String suffix;

    Kind(String suffix) {
      this.suffix = suffix;
    }

    /** The class that is generated for a type. */
    public TypeName of(TypeName type) {
      return type.generated(suffix);
    }
  }

  /** The generated class. */
  public TypeName generated() {
    return kind.of(type);
  }
}
