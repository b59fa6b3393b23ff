package campus;

import dev.covet.api.Id;
import dev.covet.api.References;
import dev.covet.api.Table;
import org.jspecify.annotations.Nullable;

/** One hour of a course; whoever gives it may have another one as a stand-in. */
@Table
public record Lecture(
    @Id long id,
    @References(Course.class) String courseCode,
    @References(Lecturer.class) long lecturerId,
    @Nullable @References(Lecturer.class) Long standInId) {}
