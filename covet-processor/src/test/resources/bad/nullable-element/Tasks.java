package tasks;

import dev.covet.api.Default;
import dev.covet.api.Get;
import dev.covet.api.Post;
import dev.covet.api.Routes;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Routes("/tasks")
final class Tasks {
  record Task(
      @Nullable List<Integer> marks,
      List<@Nullable String> words, // error: COV-104 List<String> has no codec with @Nullable elements
      List<List<@Nullable Task>> grid) {} // error: COV-104 with @Nullable elements

  @Get
  int list(
      Optional<Integer> page,
      @Default List<@Nullable Integer> id) { // error: COV-104 with @Nullable elements
    return 1;
  }

  @Post
  List<@Nullable Task> create(Task task) { // error: COV-104 with @Nullable elements
    return List.of(task);
  }
}
