package dev.covet.processor.model;

/**
 * A class or a method that asks for generated code, which could not call it.
 *
 * @param name the class or method, as messages call it: {@code Tasks}, {@code list(...)}
 * @param gives type of the service that it would provide, or {@code ""}
 */
public record Misplaced(Reason reason, String name, String gives, Where where) {
  /** What is wrong with it. */
  public enum Reason {
    /** It is private, or in something private. */
    PRIVATE,
    /** It is an interface. */
    INTERFACE,
    /** It is an enum. */
    ENUM,
    /** It is a record: data, no service. */
    RECORD,
    /** It is an abstract class. */
    ABSTRACT,
    /** It is a class that needs an instance of the one around it. */
    INNER,
    /** It is a class with type parameters. */
    GENERIC_CLASS,
    /** It has several constructors, and none is meant. */
    CONSTRUCTORS,
    /** It is a method with type parameters. */
    GENERIC_METHOD,
    /** It is a provider's method, and not static. */
    NOT_STATIC,
    /** It is a provider's method that gives nothing, or a primitive. */
    NO_SERVICE,
    /** It is a provider that reads a qualifier whose values generated code cannot write. */
    UNWRITABLE,
    /** It is a route in a class without {@code @Routes}. */
    STRAY,
    /** It is a class with {@code @Routes} that has none. */
    NO_ROUTES
  }

  /** Whether the class as a whole cannot be made. */
  public boolean isClass() {
    return switch (reason) {
      case INTERFACE, ENUM, RECORD, ABSTRACT, INNER, GENERIC_CLASS -> true;
      case PRIVATE,
          CONSTRUCTORS,
          GENERIC_METHOD,
          NOT_STATIC,
          NO_SERVICE,
          UNWRITABLE,
          STRAY,
          NO_ROUTES ->
          false;
    };
  }
}
