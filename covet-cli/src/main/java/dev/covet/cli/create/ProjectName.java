package dev.covet.cli.create;

import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * The name of a new project, which is also its Java package: lower-case letters, digits and {@code
 * _}.
 */
record ProjectName(String text) {
  private static final int LENGTH_MAX = 60;

  /** Packages that the JVM keeps to itself, and names of folders that the project itself needs. */
  private static final Set<String> TAKEN = Set.of("java", "javax", "jdk", "sun", "covet");

  /** What is wrong with it, in a sentence; empty if nothing is. */
  String fault() {
    if (TAKEN.contains(text)) {
      return "\"" + text + "\" is taken; choose another name, for example " + text + "app";
    }
    if (text.length() > LENGTH_MAX) return "the name has more than 60 characters";
    if (isPackage(text)) return "";
    var proposal = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]|^[0-9_]+", "");
    if (!isPackage(proposal)) proposal = "shop";
    return "\""
        + text
        + "\" does not name a Java package: it takes lower-case letters, digits and _,"
        + " for example "
        + proposal;
  }

  private static boolean isPackage(String name) {
    return name.matches("[a-z][a-z0-9_]*") && SourceVersion.isName(name);
  }

  /** As the beginning of a class's name: {@code Shop}. */
  String ofType() {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
