package tasks;

import dev.covet.api.Model;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

@Model
record Task(
    @Size(max = 3, message = "at most {max} and \\{so\\}") String right,
    @Size(max = 3, message = "at most {most}") String title, // error: COV-112 has the placeholder {most}
    @Size(max = 3, message = "at most {max") String open, // error: COV-112 the placeholder {max,
    List<@Min(value = 1, message = "${validatedValue}") Long> days, // error: COV-112 the placeholder ${validatedValue}
    @NotNull(message = "say who") String owner, // error: COV-112 The message of @NotNull
    @Min(value = 1, message = "at least one") int count) {
  @AssertTrue(message = "{task.short}") // error: COV-112 the placeholder {task.short}
  boolean isShort() {
    return title.isEmpty();
  }
}
