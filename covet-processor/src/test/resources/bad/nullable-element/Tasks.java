package tasks;

import dev.covet.api.Default;
import dev.covet.api.Get;
import dev.covet.api.Post;
import dev.covet.api.Routes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Routes("/tasks")
final class Tasks {
  record Task(
      @Nullable List<Integer> marks,
      List<@Nullable String> words,
      Map<String, @Nullable Integer> counts,
      String @Nullable [] parts,
      byte @Nullable [] icon,
      @Nullable int[] sizes, // error: COV-104 int[] has no codec: @Nullable stands before its elements, which are never null
      @Nullable byte[] photo, // error: COV-104 byte[] has no codec: @Nullable stands before its elements
      Map<@Nullable String, Integer> names, // error: COV-104 Map<String, Integer> has no codec: a key is never null
      @Nullable Optional<String> note, // error: COV-104 @Nullable does not apply to Optional<String>
      Optional<@Nullable String> text) {} // error: COV-104 @Nullable does not apply to Optional<String>

  @Get
  int list(
      Optional<Integer> page,
      @Default List<@Nullable Integer> id) { // error: COV-104 List<Integer> has no codec with @Nullable elements here
    return 1;
  }

  @Post
  List<@Nullable Task> create(Task task) {
    return List.of(task);
  }
}
