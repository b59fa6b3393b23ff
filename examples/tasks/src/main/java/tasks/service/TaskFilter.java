package tasks.service;

import dev.covet.api.Name;
import dev.covet.api.Query;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tasks.data.TaskStatus;

/**
 * Which tasks a client wants to see; what is absent excludes none.
 *
 * @param category the name of a category
 * @param tag one of the tags
 * @param dueBefore due on an earlier day
 * @param text in the title or the description, in either case
 */
@Query
public record TaskFilter(
    @Nullable TaskStatus status,
    @Nullable @Min(1) @Max(5) Integer priority,
    @Nullable String category,
    @Nullable String tag,
    @Nullable LocalDate dueBefore,
    @Nullable @Name("q") String text) {}
