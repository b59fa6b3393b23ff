package campus;

import dev.covet.api.Id;
import dev.covet.api.References;
import dev.covet.api.Table;
import org.jspecify.annotations.Nullable;

/** Somebody who teaches, and who may have a superior. */
@Table
public record Lecturer(
    @Id long id, String name, @Nullable @References(Lecturer.class) Long superiorId) {}
