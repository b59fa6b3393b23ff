package campus;

import dev.covet.api.By;
import dev.covet.api.Projection;
import org.jspecify.annotations.Nullable;

/** A lecture with who gives it. */
@Projection(Lecture.class)
public record LectureWithPeople(
    long id, Lecturer lecturer, @Nullable @By("standInId") Lecturer standIn) {}
