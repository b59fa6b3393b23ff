package golden.heroes;

import dev.covet.api.Id;
import dev.covet.api.Table;
import dev.covet.api.Unique;
import jakarta.validation.constraints.NotBlank;

@Table
public record Team(@Id long id, @NotBlank @Unique String name, String headquarters) {}
