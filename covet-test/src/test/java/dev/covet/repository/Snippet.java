package dev.covet.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A block of code on a page.
 *
 * @param page file, from the root
 * @param line of its first line, from 1
 * @param language what stands behind the fence, or the empty text
 * @param program the program it is a file, or a session, of; empty where the page names none
 * @param with another program whose files are compiled with it, or the empty text
 */
record Snippet(String page, int line, String language, String program, String with, String text) {
  private static final Pattern PROGRAM =
      Pattern.compile("<!-- program: (\\S+?)(?: with (\\S+))? -->");

  /** Every block of a language on README and the pages of docs, in order. */
  static List<Snippet> all(String language) throws IOException {
    var root = Shell.root();
    var snippets = new ArrayList<Snippet>();
    try (var pages = Files.walk(root.resolve("docs"))) {
      var documents = pages.filter(file -> file.toString().endsWith(".md")).sorted();
      for (var page : Stream.concat(Stream.of(root.resolve("README.md")), documents).toList()) {
        snippets.addAll(of(root, page));
      }
    }
    return snippets.stream().filter(each -> each.language().equals(language)).toList();
  }

  /** Those of a program. */
  static List<Snippet> of(String program, Collection<Snippet> snippets) {
    return snippets.stream().filter(each -> each.program().equals(program)).toList();
  }

  /** Every block on a page, in order. */
  static List<Snippet> of(Path root, Path page) throws IOException {
    return of(root.relativize(page).toString(), Files.readAllLines(page));
  }

  static List<Snippet> of(String page, List<String> lines) {
    var snippets = new ArrayList<Snippet>();
    for (var i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("```")) {
        var end = i + 1;
        while (end < lines.size() && !lines.get(end).equals("```")) {
          end++;
        }
        var text = String.join("\n", lines.subList(i + 1, Math.min(end, lines.size()))) + "\n";
        var named = PROGRAM.matcher(i == 0 ? "" : lines.get(i - 1).strip());
        var isNamed = named.matches();
        var with = isNamed && named.group(2) != null ? named.group(2) : "";
        var language = lines.get(i).substring(3).strip();
        snippets.add(new Snippet(page, i + 2, language, isNamed ? named.group(1) : "", with, text));
        i = end;
      }
    }
    return List.copyOf(snippets);
  }

  @Override
  public String toString() {
    return page + ":" + line + " " + language;
  }
}
