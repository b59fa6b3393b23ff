package dev.covet.processor.model.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How the name of a Java member becomes the name that clients see. */
public enum Naming {
  /** As it is: {@code secretName}. */
  AS_WRITTEN,
  /** {@code secretName}. */
  CAMEL_CASE,
  /** {@code secret_name}. */
  SNAKE_CASE,
  /** {@code secret-name}. */
  KEBAB_CASE,
  /** {@code Secret-Name}, as headers are written. */
  TRAIN_CASE;

  /** The client's name for a Java name, which may also be an enum constant ({@code IN_WORK}). */
  public String of(String name) {
    return switch (this) {
      case AS_WRITTEN -> name;
      case CAMEL_CASE -> camel(words(name));
      case SNAKE_CASE -> joined(name, "_", word -> word);
      case KEBAB_CASE -> joined(name, "-", word -> word);
      case TRAIN_CASE -> joined(name, "-", Naming::capital);
    };
  }

  private static String joined(String name, String separator, Function<String, String> each) {
    return words(name).stream().map(each).collect(Collectors.joining(separator));
  }

  private static String camel(List<String> words) {
    var rest = words.stream().skip(1).map(Naming::capital).collect(Collectors.joining());
    return words.isEmpty() ? "" : words.getFirst() + rest;
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /** Words in lower case: {@code httpURLOf2} is {@code http, url, of2}. */
  private static List<String> words(String name) {
    var words = new ArrayList<String>();
    var start = 0;
    for (var i = 1; i <= name.length(); i++) {
      if (i == name.length() || startsWord(name, i)) {
        addWord(words, name.substring(start, i));
        start = i;
      }
    }
    return words;
  }

  private static void addWord(List<String> words, String word) {
    var bare = word.replace("_", "").replace("$", "");
    if (!bare.isEmpty()) words.add(bare.toLowerCase(Locale.ROOT));
  }

  private static boolean startsWord(String name, int i) {
    var before = name.charAt(i - 1);
    var here = name.charAt(i);
    if (before == '_' || before == '$') return true;
    if (!Character.isUpperCase(here)) return false;
    var endsCapitals = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
    return endsCapitals || !Character.isUpperCase(before);
  }
}
