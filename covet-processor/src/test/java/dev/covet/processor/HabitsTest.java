package dev.covet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.processor.Compilation.Unit;
import dev.covet.processor.emit.Emitter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What people write who come from other frameworks: it works, or one message says what to write.
 */
final class HabitsTest {
  @TempDir Path folder;

  /**
   * One habit.
   *
   * @param source members of a class with {@code @Routes}
   * @param says what the only message contains; nothing where it works
   */
  record Habit(String source, List<String> says) {
    Habit(String source, String... says) {
      this(source, List.of(says));
    }

    @Override
    public String toString() {
      return source;
    }
  }

  static Stream<Habit> habits() {
    return Stream.of(
        new Habit("@Get(\"/{id}\") int a(@PathVariable long id) { return 1; }", "PathVariable"),
        new Habit(
            "static class ResponseEntity<T> {} @Get ResponseEntity<Task> a() { return null; }",
            "COV-104",
            "Reply"),
        new Habit("@Get CompletableFuture<Task> a() { return null; }", "COV-104", "value itself"),
        new Habit("static class Dto {} @Post int a(Dto dto) { return 1; }", "COV-122", "a record"),
        new Habit(
            "static class Dto {} @Post int a(List<Dto> all) { return 1; }", "COV-122", "a record"),
        new Habit("@Get int a(String... tags) { return 1; }"),
        new Habit("private record Own(int a) {} @Post int a(Own own) { return 1; }", "COV-101"),
        new Habit("@Routes class Inner { @Get int a() { return 1; } }", "COV-117", "static"),
        new Habit("@Get <T> T a() { return null; }", "COV-118", "type parameters"),
        new Habit("@Get int a() { return 1; } @Post int a(Task task) { return 1; }", "COV-130"),
        new Habit("@Get int a() throws java.io.IOException { return 1; }"),
        new Habit("@Get Task a(@Valid Task task) { return task; }", "COV-103"),
        new Habit("@Post Task a(@Valid Task task) { return task; }"),
        new Habit("@Get List<? extends Task> a() { return List.of(); }", "COV-104"),
        new Habit("@SuppressWarnings(\"rawtypes\") @Get List a() { return List.of(); }", "COV-104"),
        new Habit(
            "@Get(\"/{id:int}\") int a(long id) { return 1; }", "COV-129", "more than a name"),
        new Habit("@Get(\"/a?b={b}\") int a(int b) { return 1; }", "COV-129"),
        new Habit("@Get(\"items\") int a() { return 1; }"),
        new Habit("@Get Optional<Task> a() { return Optional.empty(); }"),
        new Habit("@Post int a(@Query(\"p\") int page, @Body Task task) { return 1; }"),
        new Habit("record Own(Optional<String> a) {} @Post int a(Own own) { return 1; }"),
        new Habit("@Path(\"/x\") static class Sub {}", "COV-131", "parameter"),
        new Habit(
            "record Own(int a) { Own { if (a < 0) throw new IllegalArgumentException(); } }"
                + " @Post int a(Own own) { return 1; }"));
  }

  @ParameterizedTest
  @MethodSource("habits")
  void aHabitWorksOrIsToldInOneMessage(Habit habit) throws IOException {
    var text =
        """
        package tasks;
        import dev.covet.api.*;
        import jakarta.validation.Valid;
        import java.util.*;
        import java.util.concurrent.CompletableFuture;
        @Routes("/tasks") final class Tasks {
          record Task(String title) {}
          @Get("/other") int other() { return 1; }
          %s
        }
        """
            .formatted(habit.source());

    var messages =
        new Compilation(folder, Emitter::emit)
            .compile(List.of(new Unit("tasks/Tasks.java", text)), "-Xlint:none");

    assertThat(messages).hasSize(habit.says().isEmpty() ? 0 : 1);
    assertThat(messages).allSatisfy(each -> assertThat(each.text()).contains(habit.says()));
  }
}
