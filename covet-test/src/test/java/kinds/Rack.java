package kinds;

import dev.covet.api.Id;
import dev.covet.api.Table;
import dev.covet.api.Unique;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A row that others refer to. */
@Table
record Rack(@Id long id, @Unique @NotBlank @Size(max = 4) String name) {}
