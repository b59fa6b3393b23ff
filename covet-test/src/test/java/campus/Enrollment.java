package campus;

import dev.covet.api.Id;
import dev.covet.api.OnDelete;
import dev.covet.api.References;
import dev.covet.api.Table;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** That a student takes a course: one row for each pair. */
@Table
public record Enrollment(
    @Id @References(value = Student.class, onDelete = OnDelete.CASCADE) long studentId,
    @Id @References(Course.class) String courseCode,
    @Nullable @Min(1) @Max(6) Integer grade) {}
