package campus;

import dev.covet.api.CountOf;
import dev.covet.api.Flatten;
import dev.covet.api.Projection;
import dev.covet.api.Via;
import java.util.List;

/** A student with all courses and everything in them, three lists deep. */
@Projection(Student.class)
public record StudentWithCourses(
    @Flatten Student student,
    @CountOf(Enrollment.class) long load,
    @Via(Enrollment.class) List<CourseWithAll> courses) {}
