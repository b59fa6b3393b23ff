package dev.covet.web.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What values look like that are called in a certain way; the file {@code examples.txt} has it. */
final class ExampleWords {
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final Pattern BAR = Pattern.compile("\\s*\\|\\s*");

  /** Where the name of a type has said what it is, and says how it is seen. */
  private static final Set<String> ENDS =
      Set.of("with", "of", "for", "in", "and", "dto", "view", "request", "response", "form");

  private final Map<String, List<String>> values = new HashMap<>();

  ExampleWords() {
    file("examples.txt")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(this::line);
  }

  /** A file that lies beside this class. */
  private static String file(String name) {
    try (var in = ExampleWords.class.getResourceAsStream(name)) {
      if (in == null) throw new IllegalStateException(name + " is not on the class path");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void line(String line) {
    var sides = line.split(" = ", 2);
    var all = BAR.splitAsStream(sides[1]).toList();
    COMMA.splitAsStream(sides[0]).forEach(name -> values.put(name, all));
  }

  /**
   * The texts that a value may have, the likeliest first.
   *
   * @param type the type in which the value is, as in Java; empty for none
   * @param name what the value is called
   */
  List<String> of(String type, String name) {
    var subject = subject(type);
    var words = Summaries.words(name.replaceAll("[^\\p{L}\\p{N}]+", "_"));
    var all = Stream.concat(subject.stream(), words.stream()).toList();
    for (var from = 0; from < all.size(); from++) {
      var known = values.get(String.join(" ", all.subList(from, all.size())));
      if (known != null) return known;
    }
    if (!words.isEmpty() && words.getLast().equals("name") && !subject.isEmpty()) {
      var what = String.join(" ", subject);
      return List.of("Blue " + what, "Green " + what, "Blue");
    }
    return words.reversed().stream()
        .filter(values::containsKey)
        .findFirst()
        .map(values::get)
        .orElseGet(() -> sample(String.join(" ", words)));
  }

  private static List<String> sample(String words) {
    return words.isEmpty() ? List.of("text") : List.of("some " + words, words, "text");
  }

  private static List<String> subject(String type) {
    return Summaries.words(type).stream().takeWhile(each -> !ENDS.contains(each)).toList();
  }
}
