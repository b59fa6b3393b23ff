package dev.covet.processor.emit.text;

import dev.covet.processor.model.TypeName;
import java.util.Arrays;
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
 * Turns the names in backquotes of one file into simple names and imports. Of two types with one
 * simple name the one in the file's own package keeps it, else that of {@code java.lang}, else the
 * first in the alphabet; the other is written in full.
 */
public final class Imports {
  /**
   * An {@code @} if the type may be null here, a package, a colon where the first letter of a type
   * does not tell it apart, and a type.
   */
  private static final Pattern NAME =
      Pattern.compile(
          "`(@?)([\\w$.]*:|(?:[a-z_][\\w$]*\\.)*)([\\w$.]+)`", Pattern.UNICODE_CHARACTER_CLASS);

  private static final Name NULLABLE = new Name("org.jspecify.annotations", "Nullable");

  private static final String JAVA_LANG = "java.lang";

  /** Types of {@code java.lang} that templates name without backquotes. */
  private static final String PLAIN =
      "Boolean|Class|Double|IllegalArgumentException|Integer|Long|NullPointerException|Object"
          + "|Override|String|SuppressWarnings";

  /**
   * A plain name; and before it what only looks like one: texts, comments, constants of an enum. A
   * text is matched possessively, since {@code *} over a choice takes a stack as deep as the text.
   */
  private static final Pattern PLAIN_NAME =
      Pattern.compile(
          "\"(?:\\\\.|[^\"\\\\])*+\"|'(?:\\\\.|[^'\\\\])'|/\\*[\\s\\S]*?\\*/|`[^`]*`|case [\\w$]+"
              + "|(?<![\\w$.])(?<plain>"
              + PLAIN
              + ")(?![\\w$])",
          Pattern.UNICODE_CHARACTER_CLASS);

  /** A constant that the file declares: where its name is that of a type, it wins. */
  private static final Pattern CONSTANT =
      Pattern.compile("static final [^=;(]*?([\\w$]+)\\s*=", Pattern.UNICODE_CHARACTER_CLASS);

  /**
   * A name in backquotes.
   *
   * @param nested its name inside the package, with dots
   */
  private record Name(String packageName, String nested) {
    static Name of(MatchResult match) {
      var text = match.group(2);
      return new Name(text.isEmpty() ? text : text.substring(0, text.length() - 1), match.group(3));
    }

    /** This, and the annotation that stands before it. */
    static Stream<Name> all(MatchResult match) {
      return match.group(1).isEmpty() ? Stream.of(of(match)) : Stream.of(NULLABLE, of(match));
    }

    String outermost() {
      return List.of(nested.split("\\.")).getFirst();
    }
  }

  private final String ownPackage;
  private final Set<String> neighbours;
  private final Map<String, String> packageOf = new HashMap<>();
  private final Set<String> imported = new TreeSet<>();

  /**
   * Resolves for one file.
   *
   * @param own qualified name of the file's class
   * @param neighbours simple names of the types in the file's package
   * @param declared simple names of the types that the file itself declares
   */
  Imports(String own, Set<String> neighbours, Set<String> declared) {
    int dot = own.lastIndexOf('.');
    this.ownPackage = own.substring(0, Math.max(0, dot));
    this.neighbours = Set.copyOf(neighbours);
    packageOf.put(own.substring(dot + 1), ownPackage);
    declared.forEach(name -> packageOf.put(name, "its own"));
  }

  /** The plain names that mean a type of this package there. */
  public static Set<String> hidden(String packageName, Predicate<TypeName> exists) {
    return Arrays.stream(PLAIN.split("\\|"))
        .filter(name -> exists.test(new TypeName(packageName, name)))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The text with each name in backquotes written as short as it can be. */
  String resolve(String text) {
    CONSTANT.matcher(text).results().forEach(match -> packageOf.put(match.group(1), "its own"));
    var quoted = quotePlain(text);
    choose(quoted);
    return NAME.matcher(quoted).replaceAll(match -> Matcher.quoteReplacement(written(match)));
  }

  /** The import statements in order, one a line; empty if there are none. */
  String statements() {
    return String.join("\n", imported.stream().map("import %s;"::formatted).toList());
  }

  /** Puts plain names in backquotes that mean something else here than {@code java.lang} does. */
  private String quotePlain(String text) {
    var others = new HashSet<>(neighbours);
    NAME.matcher(text)
        .results()
        .map(Name::of)
        .filter(each -> !each.packageName().equals(JAVA_LANG))
        .forEach(each -> others.add(each.outermost()));
    return PLAIN_NAME
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(quoted(match, others)));
  }

  private static String quoted(MatchResult match, Set<String> others) {
    var plain = match.group("plain");
    return plain != null && others.contains(plain)
        ? "`" + JAVA_LANG + "." + plain + "`"
        : match.group();
  }

  private void choose(String text) {
    NAME.matcher(text)
        .results()
        .flatMap(Name::all)
        .sorted(
            Comparator.comparing((Name each) -> !each.packageName().equals(ownPackage))
                .thenComparing(each -> !each.packageName().equals(JAVA_LANG))
                .thenComparing(Name::packageName))
        .forEach(each -> packageOf.putIfAbsent(each.outermost(), each.packageName()));
  }

  /** The annotation of a type stands before its last name, whatever is around that. */
  private String written(MatchResult match) {
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
    return !name.packageName().equals(JAVA_LANG) || neighbours.contains(name.outermost());
  }
}
