package shop;

import dev.covet.api.Default;
import dev.covet.api.Settings;
import jakarta.validation.constraints.Max;

/** How taxes are. */
@Settings
public record TaxSettings(@Max(99) int taxPercent, @Default("EUR") String taxCurrency) {}
