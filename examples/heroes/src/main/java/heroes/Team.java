package heroes;

import dev.covet.api.Id;
import dev.covet.api.Table;
import dev.covet.api.Unique;
import jakarta.validation.constraints.NotBlank;

/** A team of heroes. */
@Table
public record Team(@Id long id, @NotBlank @Unique String name, @NotBlank String headquarters) {}
