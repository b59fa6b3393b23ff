package kinds;

import dev.covet.api.Default;
import dev.covet.api.Name;
import dev.covet.api.ReadOnly;
import dev.covet.api.WriteOnly;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A record with three sides. */
record Account(
    @ReadOnly long id,
    @NotBlank @Size(max = 20) String name,
    @WriteOnly @Size(min = 4, max = 8) String pin,
    @Name({"nick", "nickname"}) @Nullable String nick,
    @Default("0") @Max(100) int level,
    @Nullable Color color) {}
