package tasks.data;

import dev.covet.api.Id;
import dev.covet.api.Table;
import dev.covet.api.Unique;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A category, which the tasks of all users share. */
@Table
public record Category(@Id long id, @NotBlank @Size(max = 60) @Unique String name) {}
