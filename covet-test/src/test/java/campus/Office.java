package campus;

import dev.covet.api.Id;
import dev.covet.api.References;
import dev.covet.api.Table;
import dev.covet.api.Unique;

/** Where a lecturer is found: each has one at most. */
@Table
public record Office(
    @Id long id, String door, @Unique @References(Lecturer.class) long lecturerId) {}
