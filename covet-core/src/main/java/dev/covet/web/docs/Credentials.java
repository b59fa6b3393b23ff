package dev.covet.web.docs;

import dev.covet.schema.Operation;
import dev.covet.schema.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The header {@code Authorization} as documents have it: no parameter, since tools are to ignore
 * one of that name (OpenAPI 3.1, 4.8.12.2), but a security scheme.
 */
final class Credentials {
  private static final String HEADER = "Authorization";

  private Credentials() {}

  /** Whether a parameter is that header. */
  static boolean is(Parameter parameter) {
    return parameter.in().equals("header") && parameter.name().equalsIgnoreCase(HEADER);
  }

  private static Optional<Parameter> of(Operation operation) {
    return operation.parameters().stream().filter(Credentials::is).findFirst();
  }

  /** Whether an operation reads it. */
  static boolean areIn(Operation operation) {
    return of(operation).isPresent();
  }

  /** The schemes by their names. */
  static Map<String, Object> schemes() {
    return Map.of(HEADER, new TreeMap<>(Map.of("type", "apiKey", "in", "header", "name", HEADER)));
  }

  /** What an operation requires: the header, or that or nothing. */
  static List<Object> requirements(Operation operation) {
    var with = Map.of(HEADER, List.of());
    return of(operation).filter(Parameter::required).isPresent()
        ? List.of(with)
        : List.of(with, Map.of());
  }
}
