package dev.covet.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a page shows of a terminal: commands behind {@code "$ "}, each with what it prints. There
 * are two: {@code curl}, and {@code java -jar NAME.jar}, which starts the program once more.
 */
record Session(String place, List<Step> steps) {
  /** A command and what the page says that it prints. */
  record Step(String command, List<String> shown) {}

  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
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

  /** Does what the page shows, in its order, and compares what comes back. */
  void tryOn(Program program, Started started) throws Exception {
    for (var step : steps) {
      var words = words(step.command());
      var printed =
          words.getFirst().equals("curl")
              ? new Curl(words.subList(1, words.size())).send(started.port())
              : run(program, words);
      Shown.of(step.shown().stream())
          .assertIs(Shown.of(printed.lines()), place + ": " + step.command());
    }
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

  private static List<String> words(String command) {
    return WORD.matcher(command)
        .results()
        .map(word ->
            Stream.of(word.group(1), word.group(2), word.group(3))
                .filter(each -> each != null)
                .collect(Collectors.joining()))
        .toList();
  }
}
