package lodge;

import dev.covet.api.CountOf;
import dev.covet.api.Flatten;
import dev.covet.api.Projection;
import java.util.List;

/** A shelf with all that stands on it. */
@Projection(Shelf.class)
public record ShelfWithKeepsakes(
    @Flatten Shelf shelf, @CountOf(Keepsake.class) long load, List<Keepsake> keepsakes) {}
