package dev.covet.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a page shows of a terminal: commands behind {@code "$ "}, each with what it prints. There
 * are three: {@code curl}, {@code NAME=$(curl ... | jq -r .member)}, and {@code java -jar
 * NAME.jar}, which starts the program once more.
 */
record Session(String place, List<Step> steps) {
  /** A command and what the page says that it prints. */
  record Step(String command, List<String> shown) {}

  /** A member of the JSON that a command prints, kept for later ones. */
  private static final Pattern KEPT =
      Pattern.compile("([A-Z_]+)=\\$\\((curl .*) \\| jq -r \\.(\\w+)\\)");

  private static final Pattern ENVIRONMENT = Pattern.compile("([A-Z_]+)=(.*)");

  static Session of(Snippet snippet) {
    var steps = new ArrayList<Step>();
    for (var line : snippet.text().replace("\\\n", " ").lines().toList()) {
      if (line.startsWith("$ ")) {
        steps.add(new Step(line.substring(2), new ArrayList<>()));
      } else if (steps.isEmpty()) {
        throw new IllegalArgumentException(snippet + " begins without a command");
      } else {
        steps.getLast().shown().add(line);
      }
    }
    return new Session(snippet.toString(), List.copyOf(steps));
  }

  /**
   * Does what the page shows, in its order, and compares what comes back.
   *
   * @param variables those that commands before have set; takes further ones
   */
  void tryOn(Program program, Started started, Map<String, String> variables) throws Exception {
    for (var step : steps) {
      var kept = KEPT.matcher(step.command());
      if (kept.matches()) {
        var printed = curl(Words.of(kept.group(2), variables), started);
        variables.put(kept.group(1), member(kept.group(3), printed));
      } else {
        var words = Words.of(step.command(), variables);
        var isCurl = words.getFirst().equals("curl");
        var printed = isCurl ? curl(words, started) : run(program, words);
        Shown.of(step.shown().stream())
            .assertIs(Shown.of(printed.lines()), place + ": " + step.command());
      }
    }
  }

  private static String curl(List<String> words, Started started) throws IOException {
    return new Curl(words.subList(1, words.size())).send(started.port());
  }

  private static String member(String name, String json) {
    var found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
    assertThat(found.find()).as(name + " in " + json).isTrue();
    return found.group(1);
  }

  /** Port and host are ours, all else is as the page says; a setting that is empty is not set. */
  private static String run(Program program, List<String> words) throws Exception {
    var environment = new LinkedHashMap<String, String>();
    environment.put("COVET_MODE", "");
    var rest = new ArrayList<>(words);
    for (var set = ENVIRONMENT.matcher(rest.getFirst());
        set.matches();
        set = ENVIRONMENT.matcher(rest.getFirst())) {
      environment.put(set.group(1), set.group(2));
      rest.removeFirst();
    }
    assertThat(rest).startsWith("java", "-jar");
    var arguments = rest.subList(3, rest.size()).toArray(String[]::new);
    try (var again = program.start(environment, arguments)) {
      return again.said().replaceAll("(http://127\\.0\\.0\\.1):\\d+/docs", "$1:8000/docs");
    }
  }
}
