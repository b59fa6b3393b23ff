package tasks.service;

import dev.covet.api.Flatten;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tasks.data.Task;

/**
 * A task to be created.
 *
 * @param categoryName names its category, which is created where there is none of that name
 */
public record NewTask(@Flatten Task task, @Nullable @NotBlank @Size(max = 60) String categoryName) {

  @AssertTrue(message = "give category_name or category_id, not both")
  boolean categoryIsGivenOnce() {
    return categoryName == null || task.categoryId() == null;
  }
}
