package dev.covet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.processor.Compilation.Unit;
import dev.covet.processor.emit.Emitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the launcher is told of the classes with a {@code main}. */
final class MainsTest {
  @TempDir Path folder;

  private List<String> mains(String body) throws IOException {
    var source = "package a; final class App { %s }".formatted(body);
    var compilation = new Compilation(folder, Emitter::emit);
    assertThat(compilation.compile(List.of(new Unit("a/App.java", source)))).isEmpty();
    var resource = compilation.classes().resolve(Mains.RESOURCE);
    return Files.exists(resource) ? Files.readAllLines(resource) : List.of();
  }

  /** JEP 512: the arguments may be left out. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "static void main(String[] args) {}",
        "public static void main(String... args) {}",
        "static void main() {}",
        "void main() {}",
        "void main(String[] args) {} private App(int a) {} App() {}",
        "static void main() {} static void main(String[] args) {}",
      })
  void aClassWithAMainIsNamedOnce(String body) throws IOException {
    assertThat(mains(body)).containsExactly("a.App");
  }

  @Test
  void whatJavaDoesNotStartIsNoMain() throws IOException {
    assertThat(mains("static void main(String arg) {} static void start() {}")).isEmpty();
    assertThat(mains("private static void main() {}")).isEmpty();
    assertThat(mains("App(int a) {} void main() {}")).isEmpty();
  }
}
