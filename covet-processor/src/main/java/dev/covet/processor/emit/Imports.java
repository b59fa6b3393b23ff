package dev.covet.processor.emit;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the names in backquotes of one file into simple names and imports. Of two types with one
 * simple name the one in the file's own package keeps it, else the first in the alphabet; the other
 * is written in full.
 */
final class Imports {
  /** A package, a colon where the first letter of a type does not tell it apart, and a type. */
  private static final Pattern NAME =
      Pattern.compile(
          "`([\\w$.]*:|(?:[a-z_][\\w$]*\\.)*)([\\w$.]+)`", Pattern.UNICODE_CHARACTER_CLASS);

  /** Types of {@code java.lang} that templates name without backquotes. */
  private static final Set<String> PLAIN =
      Set.of(
          "Boolean",
          "Class",
          "Double",
          "Integer",
          "Long",
          "Object",
          "Override",
          "String",
          "SuppressWarnings");

  private final String ownPackage;
  private final Set<String> neighbours;
  private final Map<String, String> packageOf = new HashMap<>();
  private final Set<String> imported = new TreeSet<>();

  /**
   * Resolves for one file.
   *
   * @param neighbours simple names of the types in the file's package
   * @param declared simple names of the types that the file itself declares
   */
  Imports(String ownPackage, Set<String> neighbours, Set<String> declared) {
    this.ownPackage = ownPackage;
    this.neighbours = Set.copyOf(neighbours);
    declared.forEach(name -> packageOf.put(name, "its own"));
  }

  /** The text with each name in backquotes written as short as it can be. */
  String resolve(String text) {
    choose(text);
    return NAME.matcher(text).replaceAll(match -> Matcher.quoteReplacement(written(match)));
  }

  /** The import statements in order, one a line; empty if there are none. */
  String statements() {
    return String.join("\n", imported.stream().map("import %s;"::formatted).toList());
  }

  private void choose(String text) {
    NAME.matcher(text)
        .results()
        .sorted(
            Comparator.comparing((MatchResult match) -> !packageName(match).equals(ownPackage))
                .thenComparing(Imports::packageName))
        .forEach(match -> packageOf.putIfAbsent(outermost(match), packageName(match)));
    var shadowed = new HashSet<>(PLAIN);
    shadowed.retainAll(neighbours);
    shadowed.stream()
        .filter(name -> packageOf.putIfAbsent(name, "java.lang") == null)
        .forEach(name -> imported.add("java.lang." + name));
  }

  private String written(MatchResult match) {
    var packageName = packageName(match);
    var name = match.group(2);
    if (!packageName.equals(packageOf.get(outermost(match)))) {
      return packageName.isEmpty() ? name : packageName + "." + name;
    }
    if (needsImport(packageName, outermost(match))) {
      imported.add(packageName + "." + outermost(match));
    }
    return name;
  }

  private boolean needsImport(String packageName, String name) {
    if (packageName.equals(ownPackage) || packageName.isEmpty()) {
      return false;
    }
    return !packageName.equals("java.lang") || neighbours.contains(name);
  }

  private static String packageName(MatchResult match) {
    var text = match.group(1);
    return text.isEmpty() ? text : text.substring(0, text.length() - 1);
  }

  private static String outermost(MatchResult match) {
    return List.of(match.group(2).split("\\.")).getFirst();
  }
}
