package dev.covet.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tables of docs/settings.md list what a program with a database lists by {@code config}. A
 * default in backquotes is compared, a second one is that of development; other words are not.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConfigurationTest {
  private static final Pattern ROW = Pattern.compile("\\| `([A-Z0-9_]+)` \\| ([^|]*) \\|.*");
  private static final Pattern VALUE = Pattern.compile("`([^`]+)`");
  private static final Pattern LINE =
      Pattern.compile("([A-Z0-9_]+) +(.*?) +(?:default|environment)");

  private final SortedMap<String, List<String>> told = new TreeMap<>();
  private SortedMap<String, String> production = new TreeMap<>();
  private SortedMap<String, String> development = new TreeMap<>();

  @BeforeAll
  void list(@TempDir Path folder) throws Exception {
    for (var line : Files.readAllLines(Shell.root().resolve("docs/settings.md"))) {
      var row = ROW.matcher(line);
      if (row.matches()) told.put(row.group(1), values(row.group(2)));
    }
    var program = Program.of("shop", folder);
    assertThat(program.compile()).isEmpty();
    production = listedOnBoth(program, "");
    development = listedOnBoth(program, "development");
  }

  private static List<String> values(String cell) {
    return VALUE.matcher(cell).results().map(each -> each.group(1)).toList();
  }

  /** With the settings of each kind of database; nothing is opened. */
  private static SortedMap<String, String> listedOnBoth(Program program, String mode)
      throws IOException, InterruptedException {
    var listed = listed(program, mode, "postgresql://localhost/shop");
    listed.putAll(listed(program, mode, ""));
    return listed;
  }

  private static SortedMap<String, String> listed(Program program, String mode, String url)
      throws IOException, InterruptedException {
    var listed = new TreeMap<String, String>();
    var environment = Map.of("COVET_MODE", mode, "HOST", "", "PORT", "", "DATABASE_URL", url);
    try (var started = program.start(environment, "config")) {
      for (var text : started.said().lines().toList()) {
        var line = LINE.matcher(text);
        assertThat(line.matches()).as(text).isTrue();
        listed.put(line.group(1), line.group(2));
      }
    }
    return listed;
  }

  @Test
  void everySettingIsTold() {
    assertThat(told.keySet()).isEqualTo(production.keySet()).isEqualTo(development.keySet());
  }

  @Test
  void everyDefaultIsTheOneThatIsUsed() {
    var compared = new ArrayList<String>();
    told.forEach((name, values) -> {
      if (values.isEmpty()) return;
      compared.add(name);
      assertThat(production.get(name)).as(name).isEqualTo(values.getFirst());
      assertThat(development.get(name)).as(name + ", development").isEqualTo(values.getLast());
    });
    assertThat(compared).hasSizeGreaterThan(30);
  }
}
