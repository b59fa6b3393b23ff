package campus;

import dev.covet.api.CountOf;
import dev.covet.api.Flatten;
import dev.covet.api.Projection;
import dev.covet.api.Via;
import java.util.List;

/** A course with its lectures, its students and how many those are. */
@Projection(Course.class)
public record CourseWithAll(
    @Flatten Course course,
    List<LectureWithPeople> lectures,
    @CountOf(Enrollment.class) long size,
    @Via(Enrollment.class) List<Student> students) {}
