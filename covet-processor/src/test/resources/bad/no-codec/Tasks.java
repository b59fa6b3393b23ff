package tasks;

import dev.covet.api.Changes;
import dev.covet.api.Flatten;
import dev.covet.api.Get;
import dev.covet.api.Model;
import dev.covet.api.Patch;
import dev.covet.api.Post;
import dev.covet.api.ErrorReport;
import dev.covet.api.Query;
import dev.covet.api.Routes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@Routes("/tasks")
final class Tasks {
  record Task(
      String title,
      List<Thread> workers) {} // error: COV-104 Thread has no codec

  @Model
  record Note(
      Optional<Optional<String>> text) {} // error: COV-104 Optional<String> has no codec

  record Page<T>(List<T> items) {}

  record Named(@Flatten Task task, String name) {}

  @Model
  record Nested(
      List<List<Thread>> grid, // error: COV-104 Thread has no codec
      Map<String, Thread> tasks, // error: COV-104 Thread has no codec
      Page<Task> page,
      Changes<Named> named, // error: COV-104 Changes<Named> has no codec: the record flattens
      List<ErrorReport> reports, // error: COV-104 ErrorReport has no codec: none was generated where it was compiled
      StringBuilder rate) {} // error: COV-104 StringBuilder has no codec

  @Patch("/{id}")
  void change(
      long id,
      Changes<Named> named) {} // error: COV-104 Changes<Named> has no codec: the record flattens

  @Get
  Thread read() { // error: COV-104 Thread has no codec
    return Thread.currentThread();
  }

  @Get("/titles")
  List<Optional<String>> titles() { // error: COV-104 List<Optional<String>> has no codec: an Optional is possible in records only
    return List.of();
  }

  @Post
  void create(
      Task task,
      @Query Thread worker) {} // error: COV-104 Thread cannot be a value of the query
}
