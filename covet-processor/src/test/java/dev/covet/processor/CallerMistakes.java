package dev.covet.processor;

import java.util.stream.Stream;

/** Mistakes in who may call routes, and in whose rows are. */
final class CallerMistakes {
  private CallerMistakes() {}

  static Stream<Mistake> callers() {
    var title = "@NotBlank String title";
    var read = "@Get(\"/{id}\")";
    var end = "TASK3.table();";
    return Stream.of(
        new Mistake(
            "Tasks",
            read,
            "@dev.covet.api.SignedIn @dev.covet.api.Public " + read,
            "@dev.covet.api.Public",
            "[COV-161]"),
        new Mistake(
            "TaskList",
            end,
            end
                + " @dev.covet.api.Principal record Me(long id) {"
                + " @dev.covet.api.Provides static Me me() { return new Me(1); } }",
            "record Me",
            "[COV-162]"),
        new Mistake(
            "Task",
            title,
            "@dev.covet.api.Owner @org.jspecify.annotations.Nullable Long owner, " + title,
            "owner",
            "[COV-163]"),
        new Mistake("Task", title, "String apiKey, " + title, "apiKey", "[COV-164]"));
  }
}
