package kinds;

import dev.covet.api.Default;
import dev.covet.api.Name;
import dev.covet.api.Query;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of the query as a record. */
@Query
record Filter(
    @Nullable @Name({"q", "text"}) @Size(max = 5) String text,
    @Default("1") @Min(1) @Max(50) int page,
    @Nullable Color color,
    @Default List<Integer> size) {}
