package dev.covet.processor;

import dev.covet.processor.model.IndexModel;
import dev.covet.processor.model.service.Made;
import dev.covet.processor.model.type.TypeName;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was generated into one output folder, in this run of the compiler and in those before it,
 * and in which state the types were from which it was made. It lies beside the class files, one
 * line each. Not thread-safe.
 */
final class Ledger {
  static final String RESOURCE = "META-INF/covet/generated";

  private static final String TYPE = "type";
  private static final String TEXT = "text";

  private final NavigableMap<TypeName, String> types = new TreeMap<>();
  private final NavigableMap<String, String> texts = new TreeMap<>();
  private final NavigableMap<TypeName, Made> parts = new TreeMap<>();
  private final Set<TypeName> now = new HashSet<>();
  private final List<String> odd = new ArrayList<>();

  /** What earlier runs have left. */
  static Ledger read(List<String> lines) {
    var ledger = new Ledger();
    lines.forEach(ledger::known);
    return ledger;
  }

  /** Another version of Covet, or a merge, may have left what is no line of this one. */
  private void known(String line) {
    try {
      line(line);
    } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
      odd.add(line);
    }
  }

  /** Lines that mean nothing here, and are left out. */
  List<String> odd() {
    return odd;
  }

  private void line(String line) {
    var words = line.split(" ", -1);
    if (words[0].equals(TYPE)) {
      types.put(name(words[1]), words[2]);
      return;
    }
    if (words[0].equals(TEXT)) {
      texts.put(words[1], URLDecoder.decode(words[2], StandardCharsets.UTF_8));
      return;
    }
    var relies = new TreeMap<TypeName, String>();
    for (var word : List.of(words).subList(2, words.length)) {
      var at = word.indexOf('=');
      relies.put(name(word.substring(0, at)), word.substring(at + 1));
    }
    put(new Made(Made.Kind.valueOf(words[0]), name(words[1]), relies));
  }

  private static TypeName name(String word) {
    var at = word.indexOf('/');
    return new TypeName(word.substring(0, at), word.substring(at + 1));
  }

  private static String word(TypeName name) {
    return name.packageName() + "/" + name.nested();
  }

  private void put(Made part) {
    parts.put(part.generated(), part);
  }

  /** As it is kept, sorted. */
  List<String> lines() {
    var lines = new ArrayList<String>();
    types.forEach((name, hash) -> lines.add(TYPE + " " + word(name) + " " + hash));
    texts.forEach((name, text) ->
        lines.add(TEXT + " " + name + " " + URLEncoder.encode(text, StandardCharsets.UTF_8)));
    for (var part : parts.values()) {
      var relies =
          part.relies().entrySet().stream()
              .map(each -> " " + word(each.getKey()) + "=" + each.getValue());
      lines.add(part.kind() + " " + word(part.type()) + relies.collect(Collectors.joining()));
    }
    return lines;
  }

  /** The hash that is on record for a type, else the one given. */
  String hash(TypeName type, String otherwise) {
    return types.getOrDefault(type, otherwise);
  }

  /** Whether a class was generated, by its qualified name. */
  boolean made(String name) {
    return parts.keySet().stream().anyMatch(each -> each.qualified().equals(name));
  }

  /** Types whose state is on record. */
  Set<TypeName> types() {
    return types.keySet();
  }

  /** Records and enums that have a codec, and keep it when they are compiled again. */
  Set<TypeName> codecs() {
    return of(Set.of(Made.Kind.CODEC, Made.Kind.VALUE, Made.Kind.ENUM));
  }

  /** Types of these kinds. */
  Set<TypeName> of(Set<Made.Kind> kinds) {
    return parts.values().stream()
        .filter(each -> kinds.contains(each.kind()))
        .map(Made::type)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Takes down types that were compiled now. */
  void types(Map<TypeName, String> compiled) {
    types.putAll(compiled);
  }

  /** Takes down what the Javadoc of packages says that were compiled now; an empty text is none. */
  void texts(Map<String, String> compiled) {
    texts.putAll(compiled);
    texts.values().removeIf(String::isEmpty);
  }

  /** Takes down what was generated now. */
  void made(Collection<Made> made) {
    made.forEach(this::put);
    made.forEach(each -> now.add(each.generated()));
  }

  /**
   * Takes out what is no longer made: its type is gone, or was compiled now and asks for it no
   * more.
   *
   * @param isCompiled whether a type was compiled now
   * @param exists whether a type is there, in source or as a class file
   * @return what was taken out
   */
  List<Made> prune(Predicate<TypeName> isCompiled, Predicate<TypeName> exists) {
    var gone =
        parts.values().stream()
            .filter(each -> !now.contains(each.generated()))
            .filter(each ->
                each.kind() == Made.Kind.INSTANCE
                    ? !each.relies().keySet().stream().allMatch(exists)
                    : !exists.test(each.type())
                        || (isCompiled.test(each.type()) && each.kind() != Made.Kind.FIELDS))
            .toList();
    gone.forEach(each -> parts.remove(each.generated()));
    types.keySet().removeIf(each -> !exists.test(each));
    return gone;
  }

  /**
   * What the index says.
   *
   * @param elsewhere types of other jars that have an index there
   */
  IndexModel index(Set<TypeName> elsewhere) {
    var states = new TreeMap<TypeName, String>();
    var relies = new TreeMap<TypeName, String>();
    for (var part : parts.values()) {
      keep(part.type(), states);
      part.relies().keySet().stream()
          .filter(elsewhere::contains)
          .forEach(each -> keep(each, relies));
    }
    return new IndexModel(parts.values(), faults(), states, relies, texts);
  }

  private void keep(TypeName type, Map<TypeName, String> to) {
    var hash = types.get(type);
    if (hash != null) to.put(type, hash);
  }

  /** What does not fit together, one sentence for each type that has changed. */
  private List<String> faults() {
    var stale = new TreeMap<TypeName, Set<TypeName>>();
    for (var part : parts.values()) {
      part.relies()
          .forEach((type, hash) -> {
            if (!hash.equals(types.get(type))) {
              stale.computeIfAbsent(type, _ -> new TreeSet<>()).add(part.generated());
            }
          });
    }
    return stale.entrySet().stream().map(each -> fault(each.getKey(), each.getValue())).toList();
  }

  private static String fault(TypeName type, Set<TypeName> stale) {
    return "%s has changed since %s %s generated. Rebuild the whole project: mvn clean compile."
        .formatted(
            type,
            stale.stream().map(TypeName::qualified).collect(Collectors.joining(", ")),
            stale.size() == 1 ? "was" : "were");
  }

  /** The first of the types, which gives the index its name; those with routes come first. */
  Stream<TypeName> byRank() {
    return parts.values().stream()
        .sorted(
            Comparator.comparing((Made each) -> each.kind() != Made.Kind.ROUTES)
                .thenComparing(Made::type))
        .map(Made::type);
  }
}
