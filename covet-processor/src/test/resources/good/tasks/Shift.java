package tasks;

import dev.covet.api.Default;
import dev.covet.api.Model;
import java.time.DayOfWeek;
import java.util.List;

/** When somebody is there; days are an enum of the JDK. */
@Model
public record Shift(@Default("MONDAY") DayOfWeek day, @Default List<DayOfWeek> others) {}
