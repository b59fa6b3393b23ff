package tasks;

import dev.covet.api.Get;
import dev.covet.api.Model;
import dev.covet.api.ReadOnly;
import dev.covet.api.Reply;
import dev.covet.api.Routes;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

@Routes("/tasks")
final class Tasks {
  @Model
  record Task(@Size(max = 9) String title) {
    @ReadOnly
    @Size(max = 9) // error: COV-105 @Size is never checked here: only what clients send is
    public String shown() {
      return title;
    }

    @ReadOnly
    @Size(max = 3) // error: COV-105 @Size is never checked here: only what clients send is
    public int length() {
      return title.length();
    }
  }

  @Get("/text")
  @Size(max = 9) // error: COV-105 @Size is never checked here
  String text() {
    return "";
  }

  @Get("/list") Reply<List<@Size(max = 2) String>> list() {
    return Reply.of(List.of());
  }

  @Get("/reply") @Size(max = 2) Reply<Task> reply() { // error: COV-105 @Size is never checked here
    return Reply.of(new Task(""));
  }

  @Get("/texts") Optional<@Size(max = 2) String> texts() { // error: COV-105 @Size is never checked here
    return Optional.of("");
  }

  @Get("/count")
  @Size(max = 2) // error: COV-105 @Size does not apply to int
  int count() {
    return 1;
  }

  @Get("/one")
  @NotNull
  Task one() {
    return new Task("");
  }
}
