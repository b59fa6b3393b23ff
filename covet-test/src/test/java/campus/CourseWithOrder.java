package campus;

import dev.covet.api.By;
import dev.covet.api.CountOf;
import dev.covet.api.Projection;
import dev.covet.api.Via;
import java.util.List;

/** A course with those before and behind it. */
@Projection(Course.class)
public record CourseWithOrder(
    String code,
    @Via(Prerequisite.class) @By("courseCode") List<Course> needs,
    @Via(Prerequisite.class) @By("neededCode") List<Course> neededBy,
    @CountOf(Prerequisite.class) @By("neededCode") long demand) {}
