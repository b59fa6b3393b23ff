package dev.covet.web.docs;

import dev.covet.schema.BodySchema;
import dev.covet.schema.Operation;
import dev.covet.schema.Schema;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What operations are called that have no Javadoc: the name of their method in words, with what
 * their class is about: {@code Create hero}, {@code List heroes}.
 */
final class Summaries {
  /** Methods that do something to what their class is about. */
  private static final Set<String> VERBS =
      Set.of(
          "add", "change", "count", "create", "delete", "find", "get", "insert", "list", "load",
          "make", "patch", "post", "put", "read", "remove", "replace", "save", "search", "show",
          "store", "update", "upsert");

  private static final Set<String> PREPOSITIONS =
      Set.of("after", "at", "before", "between", "by", "for", "from", "in", "of", "on", "with");

  /** Methods that are about several, whatever they answer. */
  private static final Set<String> OF_SEVERAL = Set.of("count", "list", "search");

  private final Map<String, Set<String>> types = new HashMap<>();

  /** The summaries of these operations; types of the same class help to find the right word. */
  Summaries(List<Operation> operations) {
    operations.forEach(each ->
        types
            .computeIfAbsent(className(each), _ -> new HashSet<>())
            .addAll(bodies(each).flatMap(Summaries::names).toList()));
  }

  private static String className(Operation operation) {
    return operation.source().substring(0, Math.max(0, operation.source().indexOf('.')));
  }

  private static Stream<Schema> bodies(Operation operation) {
    return Stream.concat(
        Stream.ofNullable(operation.body()).map(BodySchema::schema), answers(operation));
  }

  private static Stream<Schema> answers(Operation operation) {
    return operation.responses().stream()
        .flatMap(each -> Stream.ofNullable(each.content()))
        .map(BodySchema::schema);
  }

  private static Stream<String> names(Schema schema) {
    return switch (schema) {
      case Schema.Ref(var name, _) -> Stream.of(name);
      case Schema.Union(var name, _) -> Stream.of(name);
      case Schema.ChangesOf(var of) -> names(of);
      case Schema.ListOf(var element, _) -> names(element);
      case Schema.Nullable(var of) -> names(of);
      case Schema.MapOf(_, var value, _) -> names(value);
      case Schema.AnyOf _, Schema.Any _, Schema.Scalar _, Schema.Choice _ -> Stream.of();
    };
  }

  /** The first sentence of an operation's Javadoc, or else what its method is called. */
  String of(Operation operation) {
    if (!operation.summary().isEmpty()) return operation.summary();
    var source = operation.source();
    var method = words(source.substring(source.indexOf('.') + 1));
    if (method.isEmpty()) return "";
    var rest = method.subList(1, method.size());
    var isAboutThis =
        VERBS.contains(method.getFirst())
            && (rest.isEmpty() || PREPOSITIONS.contains(rest.getFirst()));
    var all =
        isAboutThis
            ? Stream.of(Stream.of(method.getFirst()), noun(operation, method), rest.stream())
                .flatMap(each -> each)
            : method.stream();
    return capitalized(all.collect(Collectors.joining(" ")));
  }

  /** What an operation is about: {@code Hero}; empty if its class does not say. */
  Optional<String> one(Operation operation) {
    var className = className(operation);
    return className.isEmpty()
        ? Optional.empty()
        : Optional.of(capitalized(String.join(" ", words(singular(className)))));
  }

  private Stream<String> noun(Operation operation, List<String> method) {
    var className = className(operation);
    if (className.isEmpty()) return Stream.of();
    var isSeveral =
        OF_SEVERAL.contains(method.getFirst())
            || answers(operation).anyMatch(each -> each instanceof Schema.ListOf);
    return words(isSeveral ? className : singular(className)).stream();
  }

  /** One of several: as a type is called, or else by the rules of English. */
  private String singular(String plural) {
    var known = types.getOrDefault(plural, Set.of());
    var stems = stems(plural);
    return stems.stream().filter(known::contains).findFirst().orElseGet(stems::getFirst);
  }

  private static List<String> stems(String plural) {
    var most = plural.substring(0, Math.max(1, plural.length() - 1));
    if (!plural.endsWith("s") || plural.endsWith("ss")) return List.of(plural);
    if (plural.endsWith("ies"))
      return List.of(plural.substring(0, plural.length() - 3) + "y", most);
    var isLong = Stream.of("oes", "xes", "ches", "shes", "sses").anyMatch(plural::endsWith);
    var less = plural.substring(0, plural.length() - 2);
    return isLong ? List.of(less, most) : List.of(most, less);
  }

  /** The words of a name in Java: {@code findByName} is {@code find by name}. */
  static List<String> words(String name) {
    return Arrays.stream(
            name.split("_+|(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})", -1))
        .filter(each -> !each.isEmpty())
        .map(each -> each.toLowerCase(Locale.ROOT))
        .toList();
  }

  private static String capitalized(String text) {
    return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
