package dev.covet.processor.emit.text;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
  /**
   * A mark, a package, a colon where the first letter of a type does not tell it apart, and a type.
   * The mark is {@code @} for a type that may be null here, {@code =} for what the file declares,
   * {@code ~} for what it declares and may call otherwise. A simple name without a colon is of
   * {@code java.lang}.
   */
  private static final Pattern NAME =
      Pattern.compile(
          "`([@=~]?)([\\w$.]*:|(?:[\\p{Ll}_][\\w$]*\\.)*)([\\w$.]+)`",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final Name NULLABLE = new Name("org.jspecify.annotations", "Nullable");

  private static final String JAVA_LANG = "java.lang";

  /**
   * A name in backquotes.
   *
   * @param nested its name inside the package, with dots
   */
  private record Name(String packageName, String nested) {
    static Name of(MatchResult match) {
      var text = match.group(2);
      return new Name(
          text.isEmpty() ? JAVA_LANG : text.substring(0, text.length() - 1), match.group(3));
    }

    /** This, and the annotation that stands before it. */
    static Stream<Name> all(MatchResult match) {
      return switch (match.group(1)) {
        case "@" -> Stream.of(NULLABLE, of(match));
        case "=", "~" -> Stream.of();
        default -> Stream.of(of(match));
      };
    }

    /** Whether nothing but its simple name means it. */
    boolean isOnlyShort() {
      return packageName.isEmpty();
    }

    String outermost() {
      return List.of(nested.split("\\.")).getFirst();
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
   * @param isNeighbour whether a simple name is that of a type in the file's package
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
    choose(text);
    return NAME.matcher(Variables.besides(hidden(text), text))
        .replaceAll(match -> Matcher.quoteReplacement(written(match)));
  }

  /** The import statements in order, one a line; empty if there are none. */
  String statements() {
    return String.join("\n", imported.stream().map("import %s;"::formatted).toList());
  }

  /** The first part of each name, be it a type's or a package's. */
  private Set<String> hidden(String text) {
    return NAME.matcher(text)
        .results()
        .flatMap(Name::all)
        .map(each -> written(each).split("\\.", 2)[0])
        .filter(each -> !kept.contains(each))
        .collect(Collectors.toSet());
  }

  private void choose(String text) {
    NAME.matcher(text)
        .results()
        .filter(match -> match.group(1).equals("="))
        .forEach(match -> kept.add(match.group(3)));
    var names = NAME.matcher(text).results().flatMap(Name::all).toList();
    NAME.matcher(text)
        .results()
        .filter(Imports::isOwn)
        .map(match -> match.group(1).equals("~") ? called(match.group(3), names) : match.group(3))
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
    return kept.contains(name.packageName().split("\\.", 2)[0]);
  }

  private static boolean isOwn(MatchResult match) {
    return match.group(1).equals("=") || match.group(1).equals("~");
  }

  /** What the file calls something of its own: some types have no longer name. */
  private String called(String own, List<Name> names) {
    var name = own;
    while (isOnlyShort(name, names)) {
      name += "_";
    }
    renamed.put(own, name);
    return name;
  }

  private static boolean isOnlyShort(String outermost, List<Name> names) {
    return names.stream()
        .anyMatch(each -> each.isOnlyShort() && each.outermost().equals(outermost));
  }

  /** The annotation of a type stands before its last name, whatever is around that. */
  private String written(MatchResult match) {
    if (isOwn(match)) {
      return renamed.getOrDefault(match.group(3), match.group(3));
    }
    var name = written(Name.of(match));
    if (match.group(1).isEmpty()) {
      return name;
    }
    var last = name.lastIndexOf('.') + 1;
    return name.substring(0, last) + "@" + written(NULLABLE) + " " + name.substring(last);
  }

  private String written(Name name) {
    if (!name.packageName().equals(packageOf.get(name.outermost()))) {
      return name.packageName().isEmpty()
          ? name.nested()
          : name.packageName() + "." + name.nested();
    }
    if (needsImport(name)) {
      imported.add(name.packageName() + "." + name.outermost());
    }
    return name.nested();
  }

  private boolean needsImport(Name name) {
    if (name.packageName().equals(ownPackage) || name.packageName().isEmpty()) {
      return false;
    }
    return !name.packageName().equals(JAVA_LANG) || isNeighbour.test(name.outermost());
  }
}
