package dev.covet.processor.emit.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Turns the names in backquotes of one file into simple names and imports. Every type is in
 * backquotes, and so is what the file declares: {@code `=KEYS`}. Of two types with one simple name
 * the one that has no other keeps it, then the one in the file's own package, else that of {@code
 * java.lang}, else the first in the alphabet; the other is written in full, as is one that is
 * called like what the file declares. A variable that would hide the first part of a name gets
 * another one.
 */
final class Imports {
  private static final String JAVA_LANG = "java.lang";
  private static final Name NULLABLE = new Name("org.jspecify.annotations", "Nullable");

  /** What parts names from the text around them; each has one on either side. */
  private static final String MARK = "`";

  /**
   * A type.
   *
   * @param nested its name inside the package, with dots
   */
  private record Name(String packageName, String nested) {
    /**
     * A package, a colon where the first letter of a type does not tell it apart, and a type. A
     * simple name without a colon is of {@code java.lang}.
     */
    static Name of(String text) {
      var colon = text.indexOf(':');
      if (colon >= 0) return new Name(text.substring(0, colon), text.substring(colon + 1));
      var type = 0;
      for (var dot = text.indexOf('.'); dot >= 0 && isSmall(text, type); ) {
        type = dot + 1;
        dot = text.indexOf('.', type);
      }
      return new Name(type == 0 ? JAVA_LANG : text.substring(0, type - 1), text.substring(type));
    }

    private static boolean isSmall(String text, int at) {
      var first = text.codePointAt(at);
      return first == '_' || Character.getType(first) == Character.LOWERCASE_LETTER;
    }

    /** Whether nothing but its simple name means it. */
    boolean isOnlyShort() {
      return packageName.isEmpty();
    }

    String outermost() {
      return first(nested);
    }
  }

  /**
   * What stands between two backquotes.
   *
   * @param mark {@code @} for a type that may be null here, {@code =} for what the file declares,
   *     {@code ~} for what it declares and may call otherwise, else a space
   */
  private record Mention(char mark, Name name) {
    static Mention of(String text) {
      var mark = text.charAt(0);
      return "@=~".indexOf(mark) >= 0
          ? new Mention(mark, Name.of(text.substring(1)))
          : new Mention(' ', Name.of(text));
    }

    boolean isOwn() {
      return mark == '=' || mark == '~';
    }

    /** The type, and the annotation that stands before it. */
    Stream<Name> types() {
      return switch (mark) {
        case '@' -> Stream.of(NULLABLE, name);
        case '=', '~' -> Stream.of();
        default -> Stream.of(name);
      };
    }
  }

  private final String ownPackage;
  private final Predicate<String> isNeighbour;
  private final Map<String, String> packageOf = new HashMap<>();
  private final Map<String, String> renamed = new HashMap<>();
  private final Set<String> imported = new TreeSet<>();

  /** What others may name, and what is therefore called as it is. */
  private final Set<String> kept = new HashSet<>();

  /**
   * Resolves for one file.
   *
   * @param own qualified name of the file's class
   * @param isNeighbour whether a type in the file's package hides one of {@code java.lang}
   */
  Imports(String own, Predicate<String> isNeighbour) {
    int dot = own.lastIndexOf('.');
    this.ownPackage = own.substring(0, Math.max(0, dot));
    this.isNeighbour = isNeighbour;
    packageOf.put(own.substring(dot + 1), ownPackage);
    kept.add(own.substring(dot + 1));
  }

  /** The text with each name in backquotes written as short as it can be. */
  String resolve(String text) {
    var mentions = new LinkedHashMap<String, Mention>();
    names(text).forEach(name -> mentions.computeIfAbsent(name, Mention::of));
    choose(mentions.values());
    var written = new HashMap<String, String>();
    mentions.forEach((name, mention) -> written.put(name, written(mention)));
    return replaced(Variables.besides(hidden(mentions.values()), text), written);
  }

  private static Stream<String> names(String text) {
    var parts = text.split(MARK, -1);
    return IntStream.range(0, parts.length / 2).mapToObj(each -> parts[2 * each + 1]);
  }

  private static String replaced(String text, Map<String, String> written) {
    var parts = text.split(MARK, -1);
    for (var at = 1; at < parts.length; at += 2) {
      parts[at] = written.getOrDefault(parts[at], parts[at]);
    }
    return String.join("", parts);
  }

  /** The import statements in order, one a line; empty if there are none. */
  String statements() {
    return String.join("\n", imported.stream().map("import %s;"::formatted).toList());
  }

  /** The first part of a name with dots. */
  private static String first(String name) {
    var dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** The first part of each name, be it a type's or a package's. */
  private Set<String> hidden(Collection<Mention> mentions) {
    return mentions.stream()
        .flatMap(Mention::types)
        .map(each -> first(written(each)))
        .filter(each -> !kept.contains(each))
        .collect(Collectors.toSet());
  }

  private void choose(Collection<Mention> mentions) {
    mentions.stream()
        .filter(each -> each.mark() == '=')
        .forEach(each -> kept.add(each.name().nested()));
    var names = mentions.stream().flatMap(Mention::types).distinct().toList();
    mentions.stream()
        .filter(Mention::isOwn)
        .map(
            each -> each.mark() == '~' ? called(each.name().nested(), names) : each.name().nested())
        .forEach(name -> packageOf.put(name, "its own"));
    names.stream()
        .sorted(
            Comparator.comparing((Name each) -> !each.isOnlyShort() && !isCovered(each))
                .thenComparing(each -> !each.packageName().equals(ownPackage))
                .thenComparing(each -> !each.packageName().equals(JAVA_LANG))
                .thenComparing(Name::packageName))
        .forEach(each -> packageOf.putIfAbsent(each.outermost(), each.packageName()));
  }

  /** Whether its package begins like what keeps its name, so that its long name means that. */
  private boolean isCovered(Name name) {
    return kept.contains(first(name.packageName()));
  }

  /** What the file calls something of its own: some types have no longer name. */
  private String called(String own, List<Name> names) {
    var name = own;
    while (isOnlyShort(name, names)) name += "_";
    renamed.put(own, name);
    return name;
  }

  private static boolean isOnlyShort(String outermost, List<Name> names) {
    return names.stream()
        .anyMatch(each -> each.isOnlyShort() && each.outermost().equals(outermost));
  }

  /** The annotation of a type stands before its last name, whatever is around that. */
  private String written(Mention mention) {
    if (mention.isOwn()) {
      var own = mention.name().nested();
      return renamed.getOrDefault(own, own);
    }
    var name = written(mention.name());
    if (mention.mark() != '@') return name;
    var last = name.lastIndexOf('.') + 1;
    return name.substring(0, last) + "@" + written(NULLABLE) + " " + name.substring(last);
  }

  private String written(Name name) {
    if (!name.packageName().equals(packageOf.get(name.outermost()))) {
      return name.packageName().isEmpty()
          ? name.nested()
          : name.packageName() + "." + name.nested();
    }
    if (needsImport(name)) imported.add(name.packageName() + "." + name.outermost());
    return name.nested();
  }

  private boolean needsImport(Name name) {
    if (name.packageName().equals(ownPackage) || name.packageName().isEmpty()) return false;
    return !name.packageName().equals(JAVA_LANG) || isNeighbour.test(name.outermost());
  }
}
