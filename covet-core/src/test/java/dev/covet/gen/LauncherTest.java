package dev.covet.gen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.SAME_THREAD)
class LauncherTest {
  private static final List<String> CALLS = new ArrayList<>();

  @Test
  void theOneMainRuns() throws Throwable {
    CALLS.clear();

    Launcher.launch(with("dev.covet.gen.LauncherTest.Hidden\n"), new String[] {"a", "b"});

    assertThat(CALLS).containsExactly("a", "b");
  }

  @Test
  void aMainWithoutArgumentsRuns() throws Throwable {
    CALLS.clear();

    Launcher.launch(with("dev.covet.gen.LauncherTest$Bare"), new String[] {"a"});

    assertThat(CALLS).containsExactly("bare");
  }

  @Test
  void whatMainThrowsIsThrownUnchanged() {
    assertThatThrownBy(
            () -> Launcher.launch(with("dev.covet.gen.LauncherTest.Broken"), new String[0]))
        .isInstanceOf(InterruptedException.class)
        .hasMessage("stop");
  }

  @Test
  void noneAndSeveralAreSaidInOneLine() {
    assertThatThrownBy(() -> Launcher.launch(with(null), new String[0]))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("No main found");
    assertThatThrownBy(() -> Launcher.launch(with("a.A\nb.B\n"), new String[0]))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Several classes have a main: a.A, b.B. Set the property covet.main in the POM to one of them");
  }

  @Test
  void aClassThatIsGoneIsNamed() {
    assertThatThrownBy(() -> Launcher.launch(with("gone.Gone"), new String[0]))
        .isInstanceOf(ClassNotFoundException.class)
        .hasMessageContaining("gone.Gone");
  }

  /** A class loader in which the resource has this text. */
  private static ClassLoader with(@Nullable String text) {
    return new ClassLoader(LauncherTest.class.getClassLoader()) {
      @Override
      public @Nullable InputStream getResourceAsStream(String name) {
        return text == null ? null : new ByteArrayInputStream(text.getBytes(UTF_8));
      }
    };
  }

  static final class Hidden {
    static void main(String[] args) {
      CALLS.addAll(List.of(args));
    }
  }

  static final class Bare {
    static void main() {
      CALLS.add("bare");
    }
  }

  static final class Broken {
    static void main(String[] args) throws InterruptedException {
      if (args.length == 0) {
        throw new InterruptedException("stop");
      }
    }
  }
}
