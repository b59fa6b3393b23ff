package tasks;

import dev.covet.api.Default;
import dev.covet.api.Get;
import dev.covet.api.Model;
import dev.covet.api.Name;
import dev.covet.api.Routes;
import java.time.LocalDate;

@Routes("/tasks")
final class Tasks {
  enum State { TODO, @Name("all done") DONE }

  @Model
  record Task(
      @Default("OPEN") State state, // error: COV-106 "OPEN" is not a default for tasks.Tasks.State
      @Default("all done") State next,
      @Default("DONE") State last, // error: COV-106 "DONE" is not a default for tasks.Tasks.State
      @Default(".5") double half, // error: COV-106 ".5" is not a default for double
      @Default("1.") double one, // error: COV-106 "1." is not a default for double
      @Default("2026-02-30") LocalDate due) {} // error: COV-106 "2026-02-30" is not a default

  @Get
  String list(
      @Default("many") int limit, // error: COV-106 "many" is not a default for int
      @Default("+1") long plus, // error: COV-106 "+1" is not a default for long
      @Default("007") int padded,
      @Default long offset, // error: COV-106 @Default is not a default for long
      @Default String text) {
    return text + limit + offset + plus + padded;
  }
}
