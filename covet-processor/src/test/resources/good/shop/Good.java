package shop;

import dev.covet.api.Default;
import jakarta.validation.constraints.NotBlank;

/** Something to buy. */
public record Good(@NotBlank String name, @Default("SMALL") Shop.Size2 size) {}
