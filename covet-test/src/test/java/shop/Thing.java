package shop;

import dev.covet.api.Id;
import dev.covet.api.References;
import dev.covet.api.Table;
import jakarta.validation.constraints.NotBlank;

/** What stands there. */
@Table
public record Thing(@Id long id, @NotBlank String name, @References(Shelf.class) long shelfId) {}
