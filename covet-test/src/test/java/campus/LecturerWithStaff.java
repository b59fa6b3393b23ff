package campus;

import dev.covet.api.By;
import dev.covet.api.CountOf;
import dev.covet.api.Flatten;
import dev.covet.api.Projection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A lecturer with those above and below, and what belongs to nobody else. */
@Projection(Lecturer.class)
public record LecturerWithStaff(
    @Flatten Lecturer lecturer,
    @Nullable Lecturer superior,
    List<Lecturer> staff,
    @CountOf(Lecturer.class) long staffSize,
    @Nullable Office office,
    @By("standInId") List<Lecture> substitutions) {}
