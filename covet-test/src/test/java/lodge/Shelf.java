package lodge;

import dev.covet.api.Id;
import dev.covet.api.Owner;
import dev.covet.api.Table;
import jakarta.validation.constraints.NotBlank;

/** A shelf of somebody's room. */
@Table("lodge_shelf")
public record Shelf(@Id long id, @NotBlank String name, @Owner(Me.class) long ownerId) {}
