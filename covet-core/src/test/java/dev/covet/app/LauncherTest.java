package dev.covet.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.base.config.StartFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Execution(ExecutionMode.SAME_THREAD)
class LauncherTest {
  private static final List<String> CALLS = new ArrayList<>();

  @Test
  void theOneMainRuns() throws Throwable {
    CALLS.clear();

    Launcher.launch(with("dev.covet.app.LauncherTest.Hidden\n"), new String[] {"a", "b"});

    assertThat(CALLS).containsExactly("a", "b");
  }

  @Test
  void aMainThatIsNotStaticRunsOnAnInstance() throws Throwable {
    CALLS.clear();

    Launcher.launch(with("dev.covet.app.LauncherTest$Instance"), new String[] {"a"});

    assertThat(CALLS).containsExactly("instance");
  }

  @Test
  void aMainWithoutArgumentsRuns() throws Throwable {
    CALLS.clear();

    Launcher.launch(with("dev.covet.app.LauncherTest$Bare"), new String[] {"a"});

    assertThat(CALLS).containsExactly("bare");
  }

  @Test
  void whatMainThrowsIsThrownUnchanged() {
    assertThatThrownBy(
            () -> Launcher.launch(with("dev.covet.app.LauncherTest.Broken"), new String[0]))
        .isInstanceOf(InterruptedException.class)
        .hasMessage("stop");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "''                     > No class with a main method was compiled. Classes belong in src/main/java",
        "a.A,b.B                > Several classes have a main method: a.A, b.B. Set the property covet.main",
        "gone.Gone              > The class gone.Gone, whose main method is to be run, is not there. Build",
        "dev.covet.app.Covet    > The class dev.covet.app.Covet has no main method that can be run. Give"
      })
  void whatCannotBeRunIsOneLine(String names, String line) {
    assertThatThrownBy(() -> Launcher.launch(with(names.replace(',', '\n')), new String[0]))
        .isInstanceOf(StartFailure.class)
        .hasMessageStartingWith("The app cannot start: " + line)
        .hasNoCause();
  }

  @Test
  void aJarWithoutTheListIsOneWithoutClasses() {
    assertThatThrownBy(() -> Launcher.launch(with(null)))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("No class with a main method");
  }

  @TempDir Path folder;

  /** So that choosing another one needs no compilation. */
  @Test
  void theManifestOfTheJarChoosesBetweenSeveral() throws Throwable {
    CALLS.clear();

    launch("dev.covet.app.LauncherTest$Bare");
    assertThat(CALLS).containsExactly("bare");
    assertThatThrownBy(() -> launch("")).hasMessageContaining("Several classes have a main method");
  }

  /** github.com/quarkusio/quarkus/issues/42942: between them is what ends an address of a jar. */
  @Test
  void theJarMayLieInAFolderOfAnyName() throws Throwable {
    CALLS.clear();
    var odd = Files.createDirectory(folder.resolve("a b%20 ü!"));

    launch(Files.move(jar("dev.covet.app.LauncherTest$Bare"), odd.resolve("app.jar")));
    assertThat(CALLS).containsExactly("bare");
  }

  /** A manifest that is not beside the list is that of a library. */
  @Test
  void classFilesAreChosenByNoManifestOfALibrary() throws Throwable {
    CALLS.clear();
    var list = folder.resolve("classes").resolve(Launcher.RESOURCE);
    Files.createDirectories(list.getParent());
    Files.writeString(list, "dev.covet.app.LauncherTest.Instance");

    launch(folder.resolve("classes"), jar("dev.covet.app.LauncherTest$Bare"));
    assertThat(CALLS).containsExactly("instance");
  }

  private void launch(String chosen) throws Throwable {
    launch(jar(chosen));
  }

  private static void launch(Path... places) throws Throwable {
    var urls = new URL[places.length];
    for (var i = 0; i < urls.length; i++) urls[i] = places[i].toUri().toURL();
    try (var loader = new URLClassLoader(urls, LauncherTest.class.getClassLoader())) {
      Launcher.launch(loader);
    }
  }

  private Path jar(String chosen) throws IOException {
    var manifest = "Manifest-Version: 1.0\nCovet-Main: " + chosen + "\n\n";
    var jar = Files.createTempFile(folder, "app", ".jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      entry(out, "META-INF/MANIFEST.MF", manifest);
      entry(
          out,
          Launcher.RESOURCE,
          "dev.covet.app.LauncherTest.Hidden\ndev.covet.app.LauncherTest$Bare");
    }
    return jar;
  }

  private static void entry(JarOutputStream out, String name, String text) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(text.getBytes(UTF_8));
    out.closeEntry();
  }

  /** A class loader in which the list of classes has this text. */
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

  static final class Instance {
    void main() {
      CALLS.add("instance");
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
