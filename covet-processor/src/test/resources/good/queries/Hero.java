package queries;

import dev.covet.api.Id;
import dev.covet.api.Table;
import org.jspecify.annotations.Nullable;

/** A hero. */
@Table
public record Hero(@Id long id, String name, @Nullable Integer age) {}
