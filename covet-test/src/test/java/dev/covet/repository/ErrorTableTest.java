package dev.covet.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.schema.BuiltInError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of docs/errors.md lists what the sources can answer, each code with one status. */
class ErrorTableTest {
  private static final Pattern ROW = Pattern.compile("\\| (\\d{3}) \\| `([A-Z_]+)` \\|.*");
  private static final Pattern DETAILS = Pattern.compile("\\| ((?:`[a-z_]+` ?)+)\\|.*");

  /** A problem of a value, or of a row. */
  private static final Pattern TOLD =
      Pattern.compile(
          "(?:\\bproblem\\(|\\btold\\(\\w+,|\\b(?:Invalid|Conflict)\\s*\\.at\\([^,;]+,)"
              + "\\s*\"([a-z]+(?:_[a-z]+)*)\"");

  @Test
  void everyCodeThatCanBeAnsweredIsInTheTable() throws IOException {
    assertThat(listed()).isEqualTo(answered());
  }

  /** details.md 3, but for the names of rules. */
  @Test
  void everyCodeOfADetailIsInItsTable() throws IOException {
    var codes = new TreeSet<String>();
    for (var line : Files.readAllLines(page())) {
      var row = DETAILS.matcher(line);
      if (row.matches()) codes.addAll(List.of(row.group(1).replace("`", "").split(" ", -1)));
    }
    codes.remove("");
    assertThat(codes).isEqualTo(problemCodes());
  }

  /** The pattern that the sources are read by finds what is known to be there. */
  @Test
  void theSourcesAreReadAsMeant() throws IOException {
    assertThat(problemCodes()).contains("missing", "too_long", "taken", "too_common");
  }

  /** What spells a status and a code by itself can differ from the table. */
  @Test
  void noSourceSpellsAnErrorOfTheTable() throws IOException {
    var spelled = new ArrayList<String>();
    for (var source : sources()) {
      for (var error : BuiltInError.values()) {
        if (error.isLimit()) continue; // these are names of settings, too
        if (source.contains('"' + error.code() + '"')) spelled.add(error.code());
      }
    }
    assertThat(spelled).isEmpty();
  }

  private static SortedSet<String> listed() throws IOException {
    var listed = new TreeSet<String>();
    for (var line : Files.readAllLines(page())) {
      var row = ROW.matcher(line);
      if (row.matches()) listed.add(row.group(1) + " " + row.group(2));
    }
    return listed;
  }

  private static SortedSet<String> answered() {
    var answered = new TreeSet<String>();
    for (var error : BuiltInError.values()) answered.add(error.status() + " " + error.code());
    return answered;
  }

  private static SortedSet<String> problemCodes() throws IOException {
    var codes = new TreeSet<String>();
    for (var source : sources()) {
      TOLD.matcher(source).results().forEach(found -> codes.add(found.group(1)));
    }
    return codes;
  }

  private static Path page() {
    return Shell.root().resolve("docs/errors.md");
  }

  private static List<String> sources() throws IOException {
    var sources = new ArrayList<String>();
    for (var module : modules()) {
      try (var files = Files.walk(module)) {
        for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
          sources.add(Files.readString(file));
        }
      }
    }
    return sources;
  }

  /** The main sources of every part that apps run with. */
  private static List<Path> modules() throws IOException {
    try (var folders = Files.list(Shell.root())) {
      return folders
          .filter(it -> it.getFileName().toString().startsWith("covet-"))
          .map(it -> it.resolve("src/main/java"))
          .filter(Files::exists)
          .toList();
    }
  }
}
