package shop;

import dev.covet.api.Id;
import dev.covet.api.Table;
import dev.covet.api.Unique;
import jakarta.validation.constraints.NotBlank;

/** Where things stand. */
@Table
public record Shelf(@Id long id, @NotBlank @Unique String name) {}
