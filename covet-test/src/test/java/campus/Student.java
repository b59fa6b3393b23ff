package campus;

import dev.covet.api.Id;
import dev.covet.api.Table;
import jakarta.validation.constraints.NotBlank;

/** Somebody who learns. */
@Table
public record Student(@Id long id, @NotBlank String name) {}
