package campus;

import dev.covet.api.Id;
import dev.covet.api.References;
import dev.covet.api.Table;

/** That one course needs another one. */
@Table
public record Prerequisite(
    @Id @References(Course.class) String courseCode,
    @Id @References(Course.class) String neededCode) {}
