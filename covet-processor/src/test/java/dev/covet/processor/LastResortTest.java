package dev.covet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.processor.Compilation.Message;
import dev.covet.processor.Compilation.Unit;
import dev.covet.processor.check.Checks;
import dev.covet.processor.emit.Emitter;
import dev.covet.processor.model.type.Failure;
import dev.covet.processor.model.type.TypeName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the processor says where no rule does: nothing is left out, and nothing thrown. */
final class LastResortTest {
  private static final Unit RIGHT =
      unit("@Routes(\"/tasks\") final class Tasks { @Get int get() { return 1; } }");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Get int lost(List<Optional<String>> some) { return 1; }",
        "@Get int lost(Optional<Optional<String>> some) { return 1; }",
        "@Get int lost(@Query Thread some) { return 1; }",
        "@Post int lost(Thread some, @Body Thread body) { return 1; }",
        "@Get Optional<Thread> lost() { return Optional.empty(); }",
        "@Provides static Thread lost(@Query Thread some) { return some; }",
      })
  void whatIsLeftOutWithoutAFindingIsToldAtItsLine(String lost) throws IOException {
    var text =
        "@Routes(\"/tasks\") final class Tasks { @Get(\"/a\") int a() { return 1; }\n" + lost + "}";

    var messages = without(text);

    assertThat(messages)
        .singleElement()
        .satisfies(each -> {
          assertThat(each.line()).isEqualTo(2);
          assertThat(each.text()).contains("cannot be generated", "report it");
        });
  }

  @Test
  void settingsThatAreLeftOutAreToldToo() throws IOException {
    assertThat(without("@Settings record Limits(Thread thread) {}"))
        .singleElement()
        .satisfies(each -> assertThat(each.text()).startsWith("Limits cannot be generated"));
  }

  @Test
  void whatIsRightIsNotLeftOut() throws IOException {
    assertThat(without("@Routes final class Tasks { @Get int get(int size) { return 1; } }"))
        .isEmpty();
  }

  @Test
  void aTypeThatTheCompilerDoesNotFindIsToldByItAlone() throws IOException {
    assertThat(without("@Routes final class Tasks { @Get int get(Strng size) { return 1; } }"))
        .singleElement()
        .satisfies(each -> assertThat(each.text()).contains("cannot find symbol"));
  }

  /** In an annotation, as a typo is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Get int get() throws Bad { return 1; } } @Status(NOWHERE) class Bad extends ApiError { Bad() { super(\"\"); }",
        "@Status(NOWHERE) @Get int get() { return 1; }",
        "@BodyMax(NOWHERE) @Post int post(@Body String body) { return 1; }",
        "@Get int get(@Query(NOWHERE) int size) { return 1; }",
        "@Get int get(@Default(NOWHERE) int size) { return 1; }",
        "@Get int get(@Size(max = NOWHERE) String size) { return 1; }",
        "@Get int get(@DecimalMin(NOWHERE) double size) { return 1; }",
        "@Get int get(@Pattern(regexp = \"a\", flags = NOWHERE) String size) { return 1; }",
        "@Get int get(@NotBlank(message = NOWHERE) String size) { return 1; }",
        "@Get int get(@NotBlank(groups = Nowhere.class) String size) { return 1; }",
        "@Naming(NOWHERE) record In(int size) {} @Post int post(In in) { return 1; }",
        "record In(@Name(NOWHERE) int size) {} @Post int post(In in) { return 1; }",
        "@Table(NOWHERE) record Row(@Id long id) {}",
        "@Table record Row(@Id long id, @References(value = Row.class, onDelete = NOWHERE) long row) {}",
        "@Table record Row(@Id long id, @References(Nowhere.class) long row) {}",
        "@Table record Row(@Id long id) {} @Projection(Nowhere.class) record Part(long id) {}",
        "@Provides(NOWHERE) static Thread thread() { return new Thread(); }",
        "@Use(Nowhere.class) @Get int get() { return 1; }",
        "@Qualifier @interface Of { int value(); } @Provides @Of(NOWHERE) static Thread made() { return new Thread(); }",
      })
  void aValueThatTheCompilerDoesNotFindIsToldByItAlone(String wrong) throws IOException {
    var text =
        "import jakarta.validation.constraints.*; import jakarta.validation.constraints.Pattern;"
            + "@Routes final class Tasks { @Get(\"/a\") int a() { return 1; } "
            + wrong
            + " }";

    assertThat(new Compilation(folder, Emitter::emit).compile(List.of(unit(text))))
        .singleElement()
        .satisfies(each -> assertThat(each.text()).doesNotContain("COV-", "Covet"));
  }

  @Test
  void aRouteThatNamesATypeOfAnotherProcessorIsNotLeftOut() throws IOException {
    var text = "@Routes final class Tasks { @Get int a() { return 1; }\n @Post int b(Late late) {";
    var unit = unit(text + " return 1; } }");

    var messages = new Compilation(folder, Emitter::emit).beside(new Late()).compile(List.of(unit));

    assertThat(messages)
        .singleElement()
        .satisfies(each -> {
          assertThat(each.line()).isEqualTo(2);
          assertThat(each.text()).startsWith("POST / cannot be generated").contains("another");
        });
  }

  /** javac makes no second class of a name, and the index of the first round is written by then. */
  @Test
  void whatAnotherProcessorMakesIsInTheIndexToo() throws IOException {
    for (var again = 0; again < 3; again++) {
      var compilation = new Compilation(folder, Emitter::emit).beside(new Late());

      assertThat(compilation.compile(List.of(RIGHT))).isEmpty();

      var service = compilation.classes().resolve("META-INF/services/dev.covet.gen.Index");
      var index = Files.readString(service).strip().replace('.', '/') + ".java";
      assertThat(index).doesNotContain("__");
      assertThat(Files.readString(folder.resolve("sources").resolve(index)))
          .contains("LateCodec", "TasksRoutes");
    }
  }

  /** Generates a record. */
  private static final class Late extends AbstractProcessor {
    private boolean done;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (done) {
        return false;
      }
      done = true;
      try (var out = processingEnv.getFiler().createSourceFile("tasks.Late").openWriter()) {
        out.write("package tasks; @dev.covet.api.Model public record Late(int id) {}");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return false;
    }
  }

  @Test
  void aFailureIsOneErrorThatNamesTheClass() throws IOException {
    Emission failing =
        _ ->
            Failure.in(
                new TypeName("tasks", "Tasks"),
                () -> {
                  throw new IllegalStateException("no text");
                });

    assertThat(new Compilation(folder, failing).compile(List.of(RIGHT)))
        .singleElement()
        .satisfies(each -> {
          assertThat(each.file()).isEqualTo("Tasks.java");
          assertThat(each.text())
              .startsWith(
                  "Covet failed at tasks.Tasks: java.lang.IllegalStateException: no text in ")
              .contains("report it");
        });
  }

  @Test
  void whatBreaksARuleIsToldInsteadOfTheFailureThatFollows() throws IOException {
    var wrong = unit("@Routes final class Tasks { @Get Thread get() { return null; } }");
    Emission failing =
        _ -> {
          throw new IllegalStateException("no codec");
        };

    assertThat(new Compilation(folder, failing).compile(List.of(wrong)))
        .singleElement()
        .satisfies(each -> assertThat(each.text()).startsWith("[COV-104] Thread has no codec"));
  }

  @Test
  void aFailureOfARuleNamesTheClassesOfTheRun() throws IOException {
    Rules failing =
        (_, _) -> {
          throw new StackOverflowError();
        };

    assertThat(new Compilation(folder, failing, Emitter::emit).compile(List.of(RIGHT)))
        .singleElement()
        .satisfies(each ->
            assertThat(each.text()).startsWith("Covet failed at tasks.Tasks: java.lang.Stack"));
  }

  @Test
  void aFullDiskIsNoMistakeOfCovet() throws IOException {
    Emission failing =
        _ -> {
          throw new UncheckedIOException(new IOException("no space left"));
        };

    assertThat(new Compilation(folder, Checks::of, failing).compile(List.of(RIGHT)))
        .singleElement()
        .satisfies(each ->
            assertThat(each.text())
                .startsWith("Covet cannot read or write a file: ")
                .endsWith("no space left"));
  }

  /** What javac says where no rule is known. */
  private List<Message> without(String text) throws IOException {
    return new Compilation(folder, (_, _) -> List.of(), Emitter::emit).compile(List.of(unit(text)));
  }

  private static Unit unit(String text) {
    return new Unit(
        "tasks/Tasks.java", "package tasks; import dev.covet.api.*; import java.util.*; " + text);
  }
}
