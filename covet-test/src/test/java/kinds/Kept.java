package kinds;

import dev.covet.api.Default;
import dev.covet.api.Example;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Several values, in every way. */
@Example("{\"tags\": [\"a\"], \"counts\": {\"x\": 1}}")
record Kept(
    @Size(max = 3) Set<@NotBlank @Size(max = 4) String> tags,
    @Default SequencedSet<Integer> ranks,
    @Default @Size(max = 2) Map<@Size(min = 1, max = 3) String, @Max(9) Integer> counts,
    @Default Map<Color, List<@Min(1) Integer>> byColor,
    @Default Map<Long, Exact> byNumber,
    @Default Map<UUID, Map<String, Boolean>> byId,
    @Default List<@Nullable String> labels,
    Optional<@Size(max = 3) String> note) {}
