package dev.covet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.processor.Compilation.Message;
import dev.covet.processor.Compilation.Unit;
import dev.covet.processor.emit.Emitter;
import dev.covet.processor.finding.Code;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder under {@code bad/} marks its lines at fault; javac prints those and nothing else. */
final class BadSourcesTest {
  private static final Pattern MARK = Pattern.compile("// error: (COV-\\d+) (.*)$");

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("cases")
  void theMarkedLinesAndNoOthersAreAtFault(Path bad) throws IOException {
    var units = new ArrayList<Unit>();
    var expected = new ArrayList<Expected>();
    for (var file : javaFiles(bad)) {
      var name = file.getFileName().toString();
      var text = Files.readString(file);
      units.add(new Unit("tasks/" + name, text));
      expected.addAll(marks(name, text));
    }

    var messages = new Compilation(folder, Emitter::emit).compile(units, "-Xlint:-auxiliaryclass");

    assertThat(messages).hasSameSizeAs(expected);
    for (var mark : expected) {
      assertThat(messages).anyMatch(message -> mark.isSaidBy(message), mark.toString());
    }
  }

  @Test
  void everyCodeHasACase() throws IOException, URISyntaxException {
    var marked = new ArrayList<String>();
    for (var bad : cases().toList()) {
      for (var file : javaFiles(bad)) {
        marks("", Files.readString(file)).forEach(mark -> marked.add(mark.code()));
      }
    }

    assertThat(marked).containsAll(Arrays.stream(Code.values()).map(Code::toString).toList());
  }

  @Test
  void everyCodeHasAParagraph() throws IOException {
    var page = Files.readString(Path.of("..", "docs", "compile-errors.md"));

    assertThat(Code.values()).allMatch(code -> page.contains("\n## " + code + " "));
  }

  static Stream<Path> cases() throws IOException, URISyntaxException {
    var root = Path.of(Objects.requireNonNull(BadSourcesTest.class.getResource("/bad")).toURI());
    try (var list = Files.list(root)) {
      return list.sorted().toList().stream();
    }
  }

  private static List<Path> javaFiles(Path bad) throws IOException {
    try (var list = Files.list(bad)) {
      return list.sorted().toList();
    }
  }

  private static List<Expected> marks(String file, String text) {
    var lines = text.lines().toList();
    var marks = new ArrayList<Expected>();
    for (var i = 0; i < lines.size(); i++) {
      var match = MARK.matcher(lines.get(i));
      if (match.find()) {
        marks.add(new Expected(file, i + 1, match.group(1), match.group(2)));
      }
    }
    return marks;
  }

  private record Expected(String file, long line, String code, String text) {
    boolean isSaidBy(Message message) {
      return message.file().equals(file)
          && message.line() == line
          && message.text().startsWith("[" + code + "] ")
          && message.text().contains(text);
    }
  }
}
