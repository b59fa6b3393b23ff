package tasks.data;

import dev.covet.api.CreatedAt;
import dev.covet.api.Default;
import dev.covet.api.Id;
import dev.covet.api.Index;
import dev.covet.api.OnDelete;
import dev.covet.api.Owner;
import dev.covet.api.References;
import dev.covet.api.Table;
import dev.covet.api.UpdatedAt;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody has to do.
 *
 * @param priority from 1, the most urgent, to 5
 * @param startDate when work on it may begin
 * @param dueDate when it must be done
 */
@Table
public record Task(
    @Id long id,
    @NotBlank @Size(max = 200) @Index String title,
    @Size(max = 10_000) @Default("") String description,
    @Default("todo") @Index TaskStatus status,
    @Min(1) @Max(5) @Default("3") @Index int priority,
    @Nullable LocalDate startDate,
    @Nullable @Index LocalDate dueDate,
    @Size(max = 20) @Default List<@NotBlank @Size(max = 30) String> tags,
    @Nullable @References(value = Category.class, onDelete = OnDelete.SET_NULL) Long categoryId,
    @Owner @References(value = User.class, onDelete = OnDelete.CASCADE) long ownerId,
    @CreatedAt @Index Instant createdAt,
    @UpdatedAt Instant updatedAt) {

  @AssertTrue(message = "a task of priority 1 needs a due date")
  boolean urgentIsDue() {
    return priority > 1 || dueDate != null;
  }

  @AssertTrue(message = "must not start after it is due")
  boolean startsBeforeDue() {
    return startDate == null || dueDate == null || !startDate.isAfter(dueDate);
  }
}
