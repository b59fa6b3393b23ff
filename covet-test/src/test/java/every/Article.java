package every;

import dev.covet.api.Default;
import dev.covet.api.Id;
import dev.covet.api.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of value classes. */
@Table
public record Article(
    @Id long id,
    Slug slug,
    @Nullable Rank rank,
    @Default("9.90") Price price,
    @Default List<Slug> related) {}
