package kinds;

import dev.covet.api.Default;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record that holds itself, and lists. */
record Tree(
    String name,
    @Default List<Tree> children,
    @Nullable Tree friend,
    @Default List<@NotBlank @Size(max = 4) String> tags,
    @Nullable @NotEmpty List<Color> colors,
    @Nullable @Size(min = 1, max = 3) List<Integer> few,
    @Nullable List<List<Integer>> table) {}
