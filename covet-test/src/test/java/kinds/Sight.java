package kinds;

import dev.covet.api.Example;
import dev.covet.api.Name;
import dev.covet.api.ReadOnly;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Something to look at.
 *
 * @param oldName what it was called
 */
@Example("{\"id\": 7, \"name\": \"Peak\", \"height\": 99, \"old_name\": null, \"seen\": false}")
@SuppressWarnings("deprecation") // of a component it does have an effect
record Sight(
    int id,
    @NotBlank @Size(max = 9) @Example({"Fall", "170", "170 Oaks"}) String name,
    @Max(9_999) double height,
    @Deprecated @Name("old_name") @Nullable String oldName,
    @ReadOnly boolean seen) {}
