package campus;

import dev.covet.api.Id;
import dev.covet.api.Table;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

/** What is taught, known by a code that people give it. */
@Table
public record Course(
    @Id @Pattern(regexp = "[A-Z]{2}[0-9]{3}") String code, @NotBlank String title) {}
