package dev.covet.cli.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.cli.project.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a compilation is made of, and what it says. */
class ProjectCompilerTest {
  @TempDir private Path folder;
  @AutoClose private ProjectCompiler compiler;
  private Path right;

  @BeforeEach
  void aSourceThatIsCompiled() throws IOException {
    compiler =
        new ProjectCompiler(
            new Project(
                "shop",
                folder,
                List.of(folder),
                List.of(),
                folder.resolve("classes"),
                List.of(),
                List.of(),
                List.of("-encoding", "ISO-8859-1"),
                "",
                List.of()));
    right = write("Right", "class Right { String of() { return \"für\"; } }");
    assertThat(compiler.compile(Set.of(right), Set.of(right))).isInstanceOf(Compiled.Done.class);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name + ".java"), text, StandardCharsets.ISO_8859_1);
  }

  @Test
  void theEncodingIsThatOfThePom() throws Exception {
    var compiled = (Compiled.Done) compiler.compile(Set.of(right), Set.of(right));

    var loader =
        new ClassLoader(null) {
          @Override
          protected Class<?> findClass(String name) {
            var bytes = Objects.requireNonNull(compiled.outputs().bytes(name + ".class"));
            return defineClass(name, bytes, 0, bytes.length);
          }
        };
    var constructor = loader.loadClass("Right").getDeclaredConstructor();
    constructor.setAccessible(true);
    var method = constructor.getDeclaringClass().getDeclaredMethod("of");
    method.setAccessible(true);
    assertThat(method.invoke(constructor.newInstance())).isEqualTo("für");
  }

  @Test
  void aSourceThatIsGoneBeforeItCompiledIsForgotten() throws IOException {
    var wrong = write("Wrong", "class Wrong {");
    assertThat(compiler.compile(Set.of(right, wrong), Set.of(wrong)))
        .isInstanceOf(Compiled.Failed.class);

    Files.delete(wrong);
    write("Right", "class Right {}");

    assertThat(compiler.compile(Set.of(right), Set.of(right, wrong)))
        .isInstanceOfSatisfying(
            Compiled.Done.class,
            done -> assertThat(done.outputs().names()).containsExactly("Right.class"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"resilience", "client"})
  void theJarOfAMissingPackageIsNamed(String name) throws IOException {
    var wrong = write("Wrong", "import dev.covet.%s.Any; class Wrong {}".formatted(name));

    assertThat(compiler.compile(Set.of(right, wrong), Set.of(wrong)))
        .isInstanceOfSatisfying(
            Compiled.Failed.class,
            failed ->
                assertThat(failed.mistakes().getFirst().text())
                    .isEqualTo(
                        """
                        package dev.covet.%s does not exist
                          Add the dependency dev.covet:covet-resilience to pom.xml.\
                        """
                            .formatted(name)));
  }

  @Test
  void withoutAnySourceItSaysSo() {
    assertThat(compiler.compile(Set.of(), Set.of()))
        .isInstanceOfSatisfying(
            Compiled.Failed.class,
            failed ->
                assertThat(failed.mistakes())
                    .extracting(Mistake::text)
                    .containsExactly("There are no Java files in " + folder + "."));
  }
}
