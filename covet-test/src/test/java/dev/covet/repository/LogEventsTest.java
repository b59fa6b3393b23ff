package dev.covet.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Log lines have one style: the event in snake case, then names and values. The table of
 * docs/logging.md lists every event with its names.
 */
class LogEventsTest {
  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?:LOG|Logger\\([\\w.]+\\))\\s*\\.(error|warn|info|debug|at[A-Z]\\w+)\\(.*?\\);\\n",
          Pattern.DOTALL);

  /** The event is the text of the line, or what stands before its first name. */
  private static final Pattern EVENT =
      Pattern.compile("\\.(?:log|error|warn|info|debug)\\(\\s*\"([^\" ]*)( [^\"]*)?");

  private static final Pattern NAME =
      Pattern.compile("addKeyValue\\(\\s*\"([^\"]+)\"| (\\w+)=\\\\\"\\{}");
  private static final Pattern EXCEPTION =
      Pattern.compile("(?:setCause\\(|\\.(?:error|warn|info|debug)\\(\"[a-z_]+\", )(\\w[\\w.]*)");

  /**
   * Stacks of our own say nothing from outside; and while no file can be opened, no class of ours
   * can be loaded.
   */
  private static final Set<String> WITH_THE_EXCEPTION_ITSELF =
      Set.of("stop_did_not_end", "route_held_up_its_thread", "loop_stood_still", "accept_failed");

  private static final Pattern SNAKE_CASE = Pattern.compile("[a-z]+(_[a-z]+)*");
  private static final Pattern ROW = Pattern.compile("\\| `([a-z_]+)` \\|([^|]*)\\|.*");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  @Test
  void everyEventIsInTheTableWithItsNames() throws IOException {
    assertThat(logged()).isEqualTo(listed());
  }

  @Test
  void everyEventAndEveryNameIsInSnakeCase() throws IOException {
    assertThat(logged().keySet()).allMatch(event -> SNAKE_CASE.matcher(event).matches());
    assertThat(logged().values())
        .allSatisfy(
            names -> assertThat(names).allMatch(name -> SNAKE_CASE.matcher(name).matches()));
  }

  /** What a client sent, and the password of a URL, may stand in the message of any exception. */
  @Test
  void everyExceptionIsMadeSafeToShow() throws IOException {
    var shown = new TreeMap<String, String>();
    for (var source : sources()) {
      STATEMENT.matcher(source).results().forEach(each -> exception(shown, each.group()));
    }
    assertThat(shown)
        .containsEntry("disk_full", "LoggedFault.of")
        .containsEntry("request_failed", "LoggedFault.of");
    shown.keySet().removeAll(WITH_THE_EXCEPTION_ITSELF);
    assertThat(shown.values()).containsOnly("LoggedFault.of");
  }

  private static void exception(Map<String, String> shown, String statement) {
    var exception = EXCEPTION.matcher(statement);
    var event = EVENT.matcher(statement);
    if (exception.find() && event.find()) {
      shown.merge(
          event.group(1),
          exception.group(1),
          (one, other) -> one.equals(other) ? one : one + other);
    }
  }

  /** The pattern that the sources are read by finds what is known to be there. */
  @Test
  void theSourcesAreReadAsMeant() throws IOException {
    assertThat(logged()).containsKeys("request", "start_failed", "accept_paused", "second_write");
    assertThat(logged().get("accept_paused")).containsExactly("reason");
  }

  private static SortedMap<String, SortedSet<String>> listed() throws IOException {
    var listed = new TreeMap<String, SortedSet<String>>();
    var page = Files.readString(Shell.root().resolve("docs/logging.md"));
    var table = page.split("\n## Events\n", 2)[1].split("\n## ", 2)[0];
    for (var line : table.lines().toList()) {
      var row = ROW.matcher(line);
      if (!row.matches()) continue;
      var names = CODE.matcher(row.group(2)).results().map(found -> found.group(1)).toList();
      listed.put(row.group(1), new TreeSet<>(names));
    }
    return listed;
  }

  private static SortedMap<String, SortedSet<String>> logged() throws IOException {
    var logged = new TreeMap<String, SortedSet<String>>();
    for (var source : sources()) {
      STATEMENT.matcher(source).results().forEach(each -> add(logged, each.group()));
    }
    return logged;
  }

  private static void add(SortedMap<String, SortedSet<String>> logged, String statement) {
    var event = EVENT.matcher(statement);
    assertThat(event.find()).as(statement).isTrue();
    var names = logged.computeIfAbsent(event.group(1), _ -> new TreeSet<>());
    NAME.matcher(statement)
        .results()
        .forEach(found -> names.add(found.group(1) == null ? found.group(2) : found.group(1)));
  }

  private static List<String> sources() throws IOException {
    var sources = new ArrayList<String>();
    for (var module : List.of("covet-core", "covet-data", "covet-security", "covet-resilience")) {
      try (var files = Files.walk(Shell.root().resolve(module + "/src/main/java"))) {
        for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
          sources.add(Files.readString(file));
        }
      }
    }
    return sources;
  }
}
