package dev.covet.processor.model.source;

import dev.covet.processor.model.type.Where;

/**
 * A class or a method that asks for generated code, which could not call it.
 *
 * @param name the class or method, as messages call it: {@code Tasks}, {@code list(...)}
 * @param gives type of the service that it would provide, or {@code ""}; of a path, the path and
 *     what is wrong with it; of what is inherited, its name; of a forgotten annotation, that
 */
public record Misplaced(Reason reason, String name, String gives, Where where) {
  /** What is wrong with it. */
  public enum Reason {
    /** It is private, or in something private. */
    PRIVATE(false),
    /** It is an interface. */
    INTERFACE(true),
    /** It is an enum. */
    ENUM(true),
    /** It is a record: data, no service. */
    RECORD(true),
    /** It is an abstract class. */
    ABSTRACT(true),
    /** It is a class that needs an instance of the one around it. */
    INNER(true),
    /** It is a class with type parameters. */
    GENERIC_CLASS(true),
    /** It has several constructors, and none is meant. */
    CONSTRUCTORS(false),
    /** It is a method with type parameters. */
    GENERIC_METHOD(false),
    /** It is a method that may give null. */
    NULLABLE(false),
    /** It is a provider's method, and not static. */
    NOT_STATIC(false),
    /** It is a provider's method that gives nothing, or a primitive. */
    NO_SERVICE(false),
    /** It is a health check that returns what nobody looks at. */
    CHECK_RESULT(false),
    /** It is a provider that reads a qualifier whose values generated code cannot write. */
    UNWRITABLE(false),
    /** It is a route in a class without {@code @Routes}, or in an interface. */
    STRAY(false),
    /** It is a class that inherits a route or a hook, which is not inherited. */
    INHERITED(false),
    /** It is a class with {@code @Routes} that has none. */
    NO_ROUTES(false),
    /** It is a type or a method in a compact source file, whose class has no name. */
    COMPACT_SOURCE(false),
    /** It is an error that says no status. */
    NO_STATUS(false),
    /** It is a record with type parameters. */
    GENERIC_RECORD(false),
    /** It is a method of a record that has parameters, although it says something of the record. */
    PARAMETERS(false),
    /** It is a method of a record that is static, although it says something of the record. */
    STATIC(false),
    /** It is a method of a record that throws what its caller would have to catch. */
    CHECKED(false),
    /** It is a rule of a record, and answers neither yes nor no. */
    NO_BOOLEAN(false),
    /** It is a constraint on a record itself, of which only the components are checked. */
    ON_RECORD(false),
    /** It is a middleware of a jar that was compiled without Covet. */
    FOREIGN(false),
    /** It stands around routes, and is no middleware. */
    NO_MIDDLEWARE(false),
    /** It is to check requests, and is no guard. */
    NO_GUARD(false),
    /** It is a guard without a method. */
    GUARD_EMPTY(false),
    /** It is the only method of a guard, and private or static. */
    GUARD_HIDDEN(false),
    /** It is a second method of a guard. */
    GUARD_SECOND(false),
    /** It is the method of a guard, and returns something. */
    GUARD_RESULT(false),
    /** It is a parameter of a guard that is read from the body. */
    GUARD_BODY(false),
    /** It is a second annotation that a guard takes. */
    GUARD_ANNOTATION(false),
    /** It leads to a guard, and may stand somewhere several times. */
    GUARD_REPEATABLE(false),
    /** It leads to a guard, and stands on another annotation. */
    GUARD_BEYOND(false),
    /** It is a record whose table or projection is named, and that is none. */
    NO_TABLE(false),
    /** It is a route with a path that no request could have. */
    PATH(false),
    /** It is a class before whose routes stands such a path. */
    PREFIX(true),
    /** It is a route of several methods of HTTP. */
    SEVERAL_METHODS(false);

    private final boolean isOfClass;

    Reason(boolean isOfClass) {
      this.isOfClass = isOfClass;
    }
  }

  /** Whether the class as a whole cannot be made. */
  public boolean isClass() {
    return reason.isOfClass;
  }

  /** Whether the only constructor is private, so that only static methods can be called. */
  public boolean isHiddenConstructor() {
    return reason == Reason.PRIVATE && where.isConstructor();
  }
}
