package answers;

import jakarta.validation.constraints.Max;

/**
 * What a sensor says.
 *
 * @param celsius the temperature
 */
public record Reading(long id, @Max(100) double celsius) {}
