package dev.covet.web.docs;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The one place that names the components of a document, so that no two share a name. Which names
 * are given follows from which types there are, not from the order in which they are met. Not
 * thread-safe.
 *
 * <p>Types of the app have their simple names; where several have one, each takes as much of what
 * its class and package are called as tells them apart: {@code ShopItem}, {@code StoreItem}. Then
 * come Covet's own, then what is derived: {@code HeroCreate} gives way to a type that is called
 * like that. A type of which there are several uses, each in angle brackets behind it, is one name,
 * and the next ones have more behind it: {@code CircleShape} beside {@code Circle}. Names that
 * differ in case alone count as one, since generators make files of them.
 */
final class ComponentNames {
  private static final String OWN = "dev.covet.";
  private static final Comparator<String> CASELESS = String.CASE_INSENSITIVE_ORDER;

  private final Map<String, String> byType = new HashMap<>();
  private final Map<String, String> derived = new HashMap<>();
  private final Set<String> taken = new TreeSet<>(CASELESS);

  /** The names of these types, each by its Java name with its package. */
  ComponentNames(Collection<String> types) {
    var uses = new TreeMap<String, List<String>>();
    new TreeSet<>(types)
        .forEach(type -> uses.computeIfAbsent(plain(type), _ -> new ArrayList<>()).add(type));
    var users = uses.keySet().stream().filter(plain -> !plain.startsWith(OWN)).toList();
    var names = toldApart(users);
    names.replaceAll((_, name) -> free(name));
    uses.keySet().stream()
        .filter(plain -> plain.startsWith(OWN))
        .forEach(plain -> names.put(plain, own(named(plain, 1))));
    uses.forEach((plain, all) ->
        all.forEach(use -> byType.put(use, named(use, all, names.getOrDefault(plain, use)))));
  }

  /** The first use of a type has its name, the next ones have more behind it. */
  private String named(String use, List<String> all, String name) {
    return use.equals(all.getFirst()) ? name : free(name + use(use));
  }

  /** A type without what tells its uses apart: {@code shapes.Circle<shapes.Shape>}. */
  private static String plain(String type) {
    int use = type.indexOf('<');
    return use < 0 ? type : type.substring(0, use);
  }

  /** What a use adds to the name, where it is not the first: {@code Shape}. */
  private static String use(String type) {
    var use = List.of(type.split("[<>]", -1)).get(1);
    return allowed(use.substring(use.lastIndexOf('.') + 1));
  }

  /** The name of a type. */
  String of(String type) {
    return byType.getOrDefault(type, type);
  }

  /**
   * The name of what is derived from a type; to be asked for in an order that is always the same.
   *
   * @param suffix {@code Create} or {@code Update}
   */
  String derived(String type, String suffix) {
    return derived.computeIfAbsent(type + " " + suffix, _ -> free(of(type) + suffix));
  }

  private String own(String name) {
    return free(taken.contains(name) ? "Covet" + name : name);
  }

  private String free(String name) {
    var free = name;
    for (var i = 2; !taken.add(free); i++) free = name + i;
    return free;
  }

  /** Each type with a name that no other has, unless even their whole names read alike. */
  private static Map<String, String> toldApart(List<String> types) {
    var parts = new TreeMap<String, Integer>();
    types.forEach(type -> parts.put(type, 1));
    var longer = longer(parts);
    while (!longer.isEmpty()) {
      longer.forEach(type -> parts.merge(type, 1, Integer::sum));
      longer = longer(parts);
    }
    var names = new TreeMap<String, String>();
    parts.forEach((type, count) -> names.put(type, named(type, count)));
    return names;
  }

  /** The types that share a name, and can have a longer one. */
  private static List<String> longer(Map<String, Integer> parts) {
    var byName = new TreeMap<String, List<Map.Entry<String, Integer>>>(CASELESS);
    parts
        .entrySet()
        .forEach(each ->
            byName
                .computeIfAbsent(named(each.getKey(), each.getValue()), _ -> new ArrayList<>())
                .add(each));
    return byName.values().stream()
        .filter(twins -> twins.size() > 1)
        .flatMap(List::stream)
        .filter(each -> each.getValue() < each.getKey().split("\\.", -1).length)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The last parts of a type's name as one word: {@code ShopItem} of {@code org.shop.Item}. */
  private static String named(String type, int count) {
    var parts = List.of(type.split("\\.", -1));
    var last = parts.subList(parts.size() - count, parts.size());
    return count == 1
        ? allowed(last.getFirst())
        : last.stream().map(part -> capitalized(allowed(part))).collect(Collectors.joining());
  }

  private static String capitalized(String word) {
    return word.isEmpty() ? "" : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** With the characters alone that OpenAPI 3.1 (4.8.7) has for names of components. */
  private static String allowed(String name) {
    var out = new StringBuilder();
    Normalizer.normalize(name, Normalizer.Form.NFKD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(c -> {
          if (c < 0x80 && (Character.isLetterOrDigit(c) || c == '_')) {
            out.append((char) c);
          } else {
            out.append("u%04X".formatted(c));
          }
        });
    return out.toString();
  }
}
