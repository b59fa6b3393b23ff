package shop;

import dev.covet.api.Default;
import dev.covet.api.Settings;
import jakarta.validation.constraints.Max;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** How the shop is run. */
@Settings
public record ShopSettings(
    @Default("smtp://localhost") URI mailUrl,
    @Max(99) int tills,
    @Nullable String motto,
    @Default("SMALL") Shop.Size2 bags) {}
