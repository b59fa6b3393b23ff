package depot;

import dev.covet.api.Id;
import dev.covet.api.Table;
import dev.covet.api.Unique;
import jakarta.validation.constraints.NotBlank;

/** A row of the app's own database. */
@Table
public record Parcel(@Id long id, @NotBlank @Unique String street) {}
