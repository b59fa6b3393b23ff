package campus;

import dev.covet.api.By;
import dev.covet.api.Flatten;
import dev.covet.api.Projection;

/** An enrollment with its course. */
@Projection(Enrollment.class)
public record EnrollmentWithCourse(
    @Flatten Enrollment enrollment, @By("courseCode") Course course) {}
