package club;

import dev.covet.api.Default;
import dev.covet.api.Header;
import dev.covet.api.Name;
import dev.covet.api.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is looked for. */
@Query
record Search(
    @Name("q") @Nullable String text,
    @Nullable Integer minAge,
    @Default("GUEST") Rank rank,
    @Default List<String> tags,
    @Nullable @Header String language) {}
