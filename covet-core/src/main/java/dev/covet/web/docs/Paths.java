package dev.covet.web.docs;

import dev.covet.schema.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The paths of a document. Templates that differ in what they call their variables are one path to
 * OpenAPI (3.1, 4.8.8): it is shown as the first operation writes it.
 */
final class Paths {
  private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*?)(\\.\\.\\.)?}");

  private final Map<String, List<String>> variables = new HashMap<>();
  private final Map<String, Operation> single = new HashMap<>();
  private final Map<String, Operation> longer = new HashMap<>();

  Paths(List<Operation> operations) {
    for (var operation : operations) {
      variables.putIfAbsent(shape(operation.path()), names(operation.path()));
      (takesRest(operation) ? longer : single).putIfAbsent(route(operation), operation);
    }
  }

  private static String shape(String path) {
    return VARIABLE.matcher(path).replaceAll("{}");
  }

  private static List<String> names(String path) {
    var names = new ArrayList<String>();
    var variable = VARIABLE.matcher(path);
    while (variable.find()) names.add(variable.group(1));
    return names;
  }

  private static boolean takesRest(Operation operation) {
    return operation.path().endsWith("...}");
  }

  /** Method and path as OpenAPI tells them apart; what takes the rest of a path is another. */
  static String key(Operation operation) {
    return route(operation) + (takesRest(operation) ? "..." : "");
  }

  private static String route(Operation operation) {
    return operation.method() + " " + shape(operation.path());
  }

  /** The path of an operation as the document has it. */
  String of(Operation operation) {
    var path = shape(operation.path());
    for (var name : variables.getOrDefault(path, List.of())) {
      path = path.replaceFirst("\\{}", Matcher.quoteReplacement("{" + name + "}"));
    }
    return path;
  }

  /** What the document calls a variable of an operation's path. */
  String variable(Operation operation, String name) {
    var at = names(operation.path()).indexOf(name);
    return at < 0 ? name : variables.getOrDefault(shape(operation.path()), List.of()).get(at);
  }

  /** Whether a variable is the rest of the path. */
  static boolean isRest(Operation operation, String name) {
    return operation.path().endsWith("{" + name + "...}");
  }

  /**
   * The operation that a request gets to whose path goes on where this one's ends: OpenAPI has no
   * place for it, since its path looks the same.
   */
  Optional<Operation> longer(Operation operation) {
    return takesRest(operation)
        ? Optional.empty()
        : Optional.ofNullable(longer.get(route(operation)));
  }

  /** Whether the document has no place for an operation but in the text of another. */
  boolean isHidden(Operation operation) {
    return takesRest(operation) && single.containsKey(route(operation));
  }
}
