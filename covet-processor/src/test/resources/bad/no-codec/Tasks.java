package tasks;

import dev.covet.api.Get;
import dev.covet.api.Model;
import dev.covet.api.Post;
import dev.covet.api.Query;
import dev.covet.api.Routes;
import java.util.List;
import java.util.Optional;

@Routes("/tasks")
final class Tasks {
  record Task(
      String title,
      List<Thread> workers) {} // error: COV-104 Thread has no codec

  @Model
  record Note(
      Optional<String> text) {} // error: COV-104 Optional<String> has no codec

  @Get
  Thread read() { // error: COV-104 Thread has no codec
    return Thread.currentThread();
  }

  @Post
  void create(
      Task task,
      @Query Thread worker) {} // error: COV-104 Thread is no type for a value of the query
}
