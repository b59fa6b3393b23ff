package dev.covet.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.processor.CovetProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program on docs/testing.md compiles, as a user would compile it. */
class TestingPageTest {
  private static final Pattern TYPE = Pattern.compile("(?m)^(?:final )?class (\\w+)");

  @TempDir private Path folder = Path.of("");

  @Test
  void itsProgramCompiles() throws IOException {
    var page = Shell.root().resolve("docs/testing.md");
    var programs =
        Snippet.of(Shell.root(), page).stream()
            .filter(each -> each.language().equals("java"))
            .toList();

    assertThat(programs).hasSize(1);
    assertThat(compiled(programs.getFirst().text())).isEmpty();
  }

  @Test
  void aMistakeOnThePageWouldBeFound() throws IOException {
    assertThat(compiled("package testing; final class Wrong { Missing it; }"))
        .anyMatch(error -> error.contains("Missing"));
  }

  /** What javac, with Covet's processor, says of a source. */
  private List<String> compiled(String text) throws IOException {
    var name = TYPE.matcher(text.replace("; ", ";\n"));
    assertThat(name.find()).isTrue();
    var file = Files.writeString(folder.resolve(name.group(1) + ".java"), text);
    var compiler = ToolProvider.getSystemJavaCompiler();
    var said = new DiagnosticCollector<JavaFileObject>();
    var out = Files.createDirectories(folder.resolve("out")).toString();
    try (var files = compiler.getStandardFileManager(said, null, null)) {
      var options = List.of("-d", out, "--release", "25", "-Xlint:-classfile");
      var sources = files.getJavaFileObjects(file);
      var task = compiler.getTask(null, files, said, options, null, sources);
      task.setProcessors(List.of(new CovetProcessor()));
      var worked = task.call();
      var messages = new ArrayList<String>();
      said.getDiagnostics().forEach(each -> messages.add(each.toString()));
      assertThat(worked).isEqualTo(messages.stream().noneMatch(it -> it.contains("error:")));
      return messages;
    }
  }
}
