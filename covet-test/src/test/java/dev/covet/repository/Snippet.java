package dev.covet.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A block of code on a page.
 *
 * @param page file, from the root
 * @param line of its first line, from 1
 * @param language what stands behind the fence, or the empty text
 * @param program the program it is a file of; its own place where the page names none
 */
record Snippet(String page, int line, String language, String program, String text) {
  private static final Pattern PROGRAM = Pattern.compile("<!-- program: (\\S+) -->");

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
        var program = program(i == 0 ? "" : lines.get(i - 1), page + ":" + (i + 2));
        snippets.add(new Snippet(page, i + 2, lines.get(i).substring(3).strip(), program, text));
        i = end;
      }
    }
    return List.copyOf(snippets);
  }

  private static String program(String lineAbove, String otherwise) {
    var named = PROGRAM.matcher(lineAbove.strip());
    return named.matches() ? named.group(1) : otherwise;
  }

  @Override
  public String toString() {
    return page + ":" + line + " " + language;
  }
}
