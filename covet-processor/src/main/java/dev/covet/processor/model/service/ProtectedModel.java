package dev.covet.processor.model.service;

import dev.covet.processor.model.type.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A class of which methods say by what they are protected, so that the app makes a subclass.
 *
 * @param hindrance why the app makes no subclass of it; empty if it does
 * @param constructor what its constructor takes
 * @param methods those that say so, routes left out
 */
public record ProtectedModel(
    TypeName name, Optional<Hindrance> hindrance, List<Given> constructor, List<Method> methods) {
  /** What is given to the subclass besides. */
  public static final String RESILIENCE = "dev.covet.resilience.Resilience";

  /** Copies the lists. */
  public ProtectedModel {
    constructor = List.copyOf(constructor);
    methods = List.copyOf(methods);
  }

  /** Why something cannot be overridden. */
  public enum Hindrance {
    /** The app does not make the class. */
    NOT_MADE,
    /** It is private. */
    PRIVATE,
    /** It is static. */
    STATIC,
    /** It is final. */
    FINAL,
    /** It has type parameters. */
    GENERIC
  }

  /**
   * A parameter.
   *
   * @param type as Java code writes it; of a variable number with three dots
   */
  public record Given(String type, String name) {}

  /**
   * A method.
   *
   * @param access {@code public}, {@code protected} or nothing
   * @param returns as Java code writes it
   * @param thrown the exceptions that it declares, as Java code writes them
   * @param hindrance why it cannot be overridden; empty if it can
   */
  public record Method(
      String name,
      String access,
      String returns,
      List<Given> parameters,
      List<String> thrown,
      ProtectionModel protection,
      Optional<Hindrance> hindrance) {
    /** Copies the lists. */
    public Method {
      parameters = List.copyOf(parameters);
      thrown = List.copyOf(thrown);
    }
  }

  /** The methods that the subclass overrides. */
  public Stream<Method> overridden() {
    return methods.stream()
        .filter(each -> each.hindrance().isEmpty() && !each.protection().written().isEmpty());
  }

  /** Whether there is a subclass. */
  public boolean isWritten() {
    return hindrance.isEmpty() && overridden().findAny().isPresent();
  }

  /** The subclass. */
  public TypeName generated() {
    return Made.Kind.PROTECTED.of(name);
  }
}
