package dev.covet.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The table of docs/internals/parity.md: each topic has a page and a test that exist, or says what
 * it waits for.
 */
class ParityTest {
  private static final Path ROOT = Shell.root();
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");

  /** The last topic up to which all have a page and a test. */
  private static final String LAST = "Dependencies with yield";

  /** A row: topic, what it is here, page, tests. */
  private record Row(String topic, String page, String tests) {
    boolean isWhole() {
      return page.contains("](") && TEST.matcher(tests).find();
    }

    boolean waits() {
      return page.startsWith("comes with ") && tests.isEmpty();
    }
  }

  private static List<Row> rows() throws IOException {
    var rows = new ArrayList<Row>();
    for (var line : Files.readAllLines(ROOT.resolve("docs/internals/parity.md"))) {
      var cells = line.split("\\|", -1);
      if (cells.length == 6 && !cells[1].startsWith("-") && !cells[1].startsWith(" FastAPI")) {
        rows.add(new Row(cells[1].strip(), cells[3].strip(), cells[4].strip()));
      }
    }
    return rows;
  }

  @Test
  void everyTopicHasAPageAndATestOrSaysWhatItComesWith() throws IOException {
    var rows = rows();

    assertThat(rows).hasSizeGreaterThan(60);
    assertThat(rows).allMatch(each -> each.isWhole() != each.waits());
    assertThat(rows).extracting(Row::topic).contains(LAST);
  }

  @Test
  void everyTestThatIsNamedExists() throws IOException {
    var sources = tests();
    for (var row : rows()) {
      var named = TEST.matcher(row.tests());
      while (named.find()) {
        var source = sources.getOrDefault(named.group(1), "");
        assertThat(source).as("%s: %s", row.topic(), named.group(1)).isNotEmpty();
        if (named.group(2) != null) {
          assertThat(source).as(row.topic()).contains("void " + named.group(2) + "(");
        }
      }
    }
  }

  /** The sources of tests, by the names of their classes. */
  private static Map<String, String> tests() throws IOException {
    var sources = new HashMap<String, String>();
    try (var files = Files.walk(ROOT)) {
      for (var file : files.filter(ParityTest::isTest).toList()) {
        var name = String.valueOf(file.getFileName()).replace(".java", "");
        sources.merge(name, Files.readString(file), String::concat);
      }
    }
    return sources;
  }

  private static boolean isTest(Path file) {
    return file.toString().endsWith("Test.java") && file.toString().contains("src/test/java");
  }
}
