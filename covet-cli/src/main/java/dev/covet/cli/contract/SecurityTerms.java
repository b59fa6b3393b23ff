package dev.covet.cli.contract;

import dev.covet.api.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The credentials with which an operation may be called.
 *
 * @param ways the sets of credentials of which one is enough; what they are of is their scheme as
 *     the document defines it, whatever it is called
 */
record SecurityTerms(List<Way> ways) {
  /** Credentials that are enough together: schemes with the scopes that each needs. */
  record Way(String shown, Map<String, Set<String>> schemes) {
    /** Whether who has the other credentials has these. */
    boolean isWithin(Way other) {
      return schemes.entrySet().stream()
          .allMatch(each ->
              other.schemes.containsKey(each.getKey())
                  && other.schemes.get(each.getKey()).containsAll(each.getValue()));
    }
  }

  /** What an operation says, or else its document. */
  static SecurityTerms of(ApiDocument document, Map<String, JsonValue> operation) {
    var said = operation.getOrDefault("security", document.root().get("security"));
    var ways = new ArrayList<Way>();
    Tree.items(said).forEach(each -> ways.add(way(document, Tree.members(each))));
    return new SecurityTerms(ways.isEmpty() ? List.of(new Way("", Map.of())) : ways);
  }

  private static Way way(ApiDocument document, Map<String, JsonValue> requirement) {
    var components = Tree.members(document.root().get("components"));
    var schemes = Tree.members(components.get("securitySchemes"));
    var all = new LinkedHashMap<String, Set<String>>();
    var names = new ArrayList<String>();
    requirement.forEach((name, scopes) -> {
      all.put(definition(name, document.members(schemes.get(name))), scopes(scopes));
      names.add(name + shown(scopes(scopes)));
    });
    return new Way(String.join(" and ", names), all);
  }

  private static String definition(String name, Map<String, JsonValue> scheme) {
    var words = new TreeMap<String, Object>(scheme);
    words.keySet().removeIf(word -> ApiDocument.isText(word) || word.equals("bearerFormat"));
    words.computeIfPresent("flows", (_, _) -> flows(Tree.members(scheme.get("flows"))));
    return words.isEmpty() ? name : words.toString();
  }

  /** Of each flow the addresses: the scopes that it needs are said by the operation. */
  private static Map<String, Object> flows(Map<String, JsonValue> all) {
    var flows = new TreeMap<String, Object>();
    all.forEach((flow, words) -> {
      var urls = new TreeMap<>(Tree.members(words));
      urls.keySet().removeIf(word -> ApiDocument.isText(word) || !word.endsWith("Url"));
      flows.put(flow, urls);
    });
    flows.keySet().removeIf(ApiDocument::isText);
    return flows;
  }

  private static Set<String> scopes(JsonValue scopes) {
    return new LinkedHashSet<>(Tree.texts(scopes));
  }

  private static String shown(Set<String> scopes) {
    return scopes.isEmpty() ? "" : " (" + String.join(", ", scopes) + ")";
  }

  /** The ways of which no longer one is enough there; the empty text is the one without any. */
  Set<String> notIn(SecurityTerms other) {
    return ways.stream()
        .filter(way -> other.ways.stream().noneMatch(each -> each.isWithin(way)))
        .map(Way::shown)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** All ways in words. */
  String shown() {
    return ways.stream().map(Way::shown).collect(Collectors.joining(" or "));
  }
}
