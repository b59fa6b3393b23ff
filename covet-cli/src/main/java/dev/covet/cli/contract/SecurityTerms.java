package dev.covet.cli.contract;

import dev.covet.api.JsonValue;
import dev.covet.cli.document.ApiDocument;
import dev.covet.cli.document.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The credentials with which an operation may be called.
 *
 * @param ways the sets of credentials of which one is enough
 */
record SecurityTerms(List<Way> ways) {
  /** Words of a scheme that only say something, or are compared apart. */
  private static final Set<String> ASIDE = Set.of("bearerFormat", "flows");

  /**
   * One of the credentials that are needed together. What they are of is their scheme as the
   * document defines it, whatever it is called.
   *
   * @param name what the document calls the scheme
   * @param scheme what the document says of it
   * @param flows how clients come by them, each on its own; empty if there is one way only
   * @param scopes what they have to allow
   */
  private record Credential(String name, String scheme, Set<String> flows, Set<String> scopes) {
    /** Whether whoever has other credentials has these, however he came by them. */
    boolean isWithin(Credential other) {
      return scheme.equals(other.scheme)
          && flows.containsAll(other.flows)
          && other.scopes.containsAll(scopes);
    }

    String shown() {
      return name + (scopes.isEmpty() ? "" : " (" + String.join(", ", scopes) + ")");
    }

    /** With what tells them from others that are called the same, and that come by these flows. */
    String shownBeside(Set<String> known) {
      var own = flows.stream().filter(each -> !known.contains(each)).toList();
      var ways = own.isEmpty() ? flows : own;
      return shown() + (ways.isEmpty() ? " [" + scheme + "]" : " by " + String.join(" or ", ways));
    }
  }

  /** Credentials that are enough together. */
  private record Way(List<Credential> credentials) {
    /** Whether whoever can go another way can go this one. */
    boolean isWithin(Way other) {
      return credentials.stream()
          .allMatch(each -> other.credentials.stream().anyMatch(each::isWithin));
    }

    String shown(Function<Credential, String> words) {
      return credentials.stream().map(words).collect(Collectors.joining(" and "));
    }

    String shown() {
      return shown(Credential::shown);
    }
  }

  /** What an operation says, or else its document. */
  static SecurityTerms of(ApiDocument document, Map<String, JsonValue> operation) {
    var said = operation.getOrDefault("security", document.root().get("security"));
    var ways = new ArrayList<Way>();
    Tree.items(said).forEach(each -> ways.add(way(document, Tree.members(each))));
    return new SecurityTerms(ways.isEmpty() ? List.of(new Way(List.of())) : ways);
  }

  private static Way way(ApiDocument document, Map<String, JsonValue> requirement) {
    var components = Tree.members(document.root().get("components"));
    var schemes = Tree.members(components.get("securitySchemes"));
    return new Way(
        requirement.entrySet().stream()
            .map(each ->
                credential(
                    each.getKey(),
                    document.members(schemes.get(each.getKey())),
                    new LinkedHashSet<>(Tree.texts(each.getValue()))))
            .toList());
  }

  private static Credential credential(
      String name, Map<String, JsonValue> scheme, Set<String> scopes) {
    var words = new TreeMap<String, String>();
    scheme.forEach((word, value) -> words.put(word, value(word, value, scheme)));
    words.keySet().removeIf(word -> ApiDocument.isText(word) || ASIDE.contains(word));
    var said =
        words.entrySet().stream()
            .map(each -> each.getKey() + ": " + each.getValue())
            .collect(Collectors.joining(", "));
    return new Credential(
        name, said.isEmpty() ? name : said, flows(Tree.members(scheme.get("flows"))), scopes);
  }

  /** Names of headers and of schemes of HTTP are the same in capitals (RFC 9110, 5.1 and 11.1). */
  private static String value(String word, JsonValue value, Map<String, JsonValue> scheme) {
    var isHeader = word.equals("name") && Tree.text(scheme.get("in")).equals("header");
    var shown = value instanceof JsonValue.Text(var text) ? text : Tree.shown(value);
    return isHeader || word.equals("scheme") ? shown.toLowerCase(Locale.ROOT) : shown;
  }

  /**
   * Each flow with its addresses, and each address where it gives fresh tokens: the scopes that are
   * needed are said by the operation.
   */
  private static Set<String> flows(Map<String, JsonValue> all) {
    var flows = new TreeSet<String>();
    all.forEach((flow, words) -> {
      if (ApiDocument.isText(flow)) return;
      var urls = new TreeMap<>(Tree.members(words));
      urls.keySet().removeIf(word -> ApiDocument.isText(word) || !word.endsWith("Url"));
      var refresh = urls.remove("refreshUrl");
      flows.add(flow + at(urls.values().stream()));
      if (refresh != null) flows.add(flow + " refreshed" + at(Stream.of(refresh)));
    });
    return flows;
  }

  private static String at(Stream<JsonValue> urls) {
    var texts = urls.map(Tree::text).collect(Collectors.joining(" and "));
    return texts.isEmpty() ? "" : " at " + texts;
  }

  /** The ways of which no longer one is enough there; the empty text is the one without any. */
  Set<String> notIn(SecurityTerms other) {
    return ways.stream()
        .filter(way -> other.ways.stream().noneMatch(each -> each.isWithin(way)))
        .map(way -> shown(way, other))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** All ways in words, told from those of others. */
  String shownBeside(SecurityTerms other) {
    return ways.stream().map(way -> shown(way, other)).collect(Collectors.joining(" or "));
  }

  /** A way in words; what is behind a name, where another way has the same names. */
  private static String shown(Way way, SecurityTerms other) {
    var twins = other.ways.stream().filter(each -> each.shown().equals(way.shown())).toList();
    if (twins.isEmpty() || twins.contains(way)) return way.shown();
    var known =
        twins.stream()
            .flatMap(each -> each.credentials.stream())
            .flatMap(each -> each.flows.stream())
            .collect(Collectors.toUnmodifiableSet());
    return way.shown(each -> each.shownBeside(known));
  }
}
