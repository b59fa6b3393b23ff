package tasks;

import dev.covet.api.Get;
import dev.covet.api.Model;
import dev.covet.api.Routes;
import jakarta.validation.Payload;
import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.validation.groups.Default;
import java.util.List;

@Model
record Task(
    @NotBlank(groups = Task.Strict.class) String title, // error: COV-105 @NotBlank belongs to a group
    @Size(max = 3, groups = Default.class) String code,
    @Max(value = 3, groups = {Strict.class, Default.class}) int rank,
    @Min(value = 1, payload = Note.class) int count, // error: COV-105 The payload of @Min is never read
    List<@Size(max = 3, groups = Strict.class) String> tags, // error: COV-105 @Size belongs to a group
    @Size(min = 1) @Size(max = 9, groups = Strict.class) String twice) { // error: COV-105 @Size belongs

  interface Strict {}

  interface Note extends Payload {}

  @AssertFalse(groups = Strict.class) // error: COV-105 @AssertFalse belongs to a group
  boolean wrong() {
    return false;
  }

  @AssertTrue(groups = Strict.class) // error: COV-105 @AssertTrue belongs to a group
  boolean right() {
    return true;
  }

  @Routes("/tasks")
  static final class Tasks {
    @Get
    int list(@Min(value = 1, groups = Strict.class) int page) { // error: COV-105 @Min belongs to a group
      return page;
    }
  }
}
