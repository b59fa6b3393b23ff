package tasks;

import dev.covet.api.Body;
import dev.covet.api.Changes;
import dev.covet.api.Delete;
import dev.covet.api.Example;
import dev.covet.api.Get;
import dev.covet.api.Id;
import dev.covet.api.Model;
import dev.covet.api.Patch;
import dev.covet.api.Post;
import dev.covet.api.Provides;
import dev.covet.api.Routes;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Routes("/tasks")
final class Tasks {
  enum State {
    TODO,
    DONE
  }

  @Example("{\"title\": \"Tea\", \"state\": \"TODO\", \"steps\": [], \"due\": null}")
  record Task(
      @Id long id,
      @Example("Tea") @NotBlank String title,
      State state,
      @Size(max = 2) List<Step> steps,
      @Nullable LocalDate due) {}

  @Example("{\"no\": 1, \"state\": \"DONE\"}") // error: COV-136 "{"no": 1, "state": "DONE"}" is not a valid example: "weight" is missing
  record Step(
      @Example({"1", "x"}) int no, // error: COV-136 "x" is not a valid example: it is not of the type int
      @Example("9") @Max(5) int weight, // error: COV-136 "9" is not a valid example: it breaks @Max
      @Example("OPEN") State state, // error: COV-136 "OPEN" is not a valid example: it is not of the type Tasks.State
      @Example("a, b") @Nullable List<String> tags) {} // error: COV-136 "a, b" is not a valid example: it is not JSON

  @Get
  @Example("[{\"title\": \"Tea\"}]") // error: COV-136 "[{"title": "Tea"}]" is not a valid example: "[0].id" is missing
  List<Task> list(
      @Example("0") @Max(100) int limit,
      @Example("2026-02-30") LocalDate since, // error: COV-136 "2026-02-30" is not a valid example: it is not of the type LocalDate
      @Example("x") Clerk clerk) { // error: COV-131 @Example does nothing on a parameter that the app provides
    return List.of();
  }

  @Get("/{id}")
  @Example("{\"id\": 1, \"title\": \"Tea\", \"state\": \"TODO\", \"steps\": [], \"due\": null}")
  Optional<Task> find(@Example("1.5") long id) { // error: COV-136 "1.5" is not a valid example: it is not of the type long
    return Optional.empty();
  }

  @Post
  void add(
      @Example("{\"title\": \" \", \"state\": \"TODO\", \"steps\": []}") // error: COV-136 is not a valid example: "title" breaks @NotBlank
          Task task) {}

  @Post("/all")
  void addAll(
      @Example("[{\"title\": \"a\", \"state\": 1, \"steps\": []}]") // error: COV-136 is not a valid example: "[0].state" must be a string
          @Body List<Task> tasks) {}

  @Patch("/{id}")
  void change(
      long id,
      @Example({"{\"title\": \"Coffee\"}", "{\"name\": 1}"}) // error: COV-136 "{"name": 1}" is not a valid example: there is no field "name"
          Changes<Task> changes) {}

  @Delete("/{id}")
  @Example("true") // error: COV-136 DELETE /tasks/{id} has no response that an example could show
  void remove(long id) {}

  @Provides
  static final class Clerk {}
}
