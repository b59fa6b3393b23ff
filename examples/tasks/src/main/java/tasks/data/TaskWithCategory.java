package tasks.data;

import dev.covet.api.Flatten;
import dev.covet.api.Projection;
import org.jspecify.annotations.Nullable;

/** A task with the category that it is in. */
@Projection(Task.class)
public record TaskWithCategory(@Flatten Task task, @Nullable Category category) {}
