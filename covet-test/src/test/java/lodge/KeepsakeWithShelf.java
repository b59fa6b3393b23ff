package lodge;

import dev.covet.api.Flatten;
import dev.covet.api.Projection;
import org.jspecify.annotations.Nullable;

/** A thing and where it stands. */
@Projection(Keepsake.class)
public record KeepsakeWithShelf(@Flatten Keepsake keepsake, @Nullable Shelf shelf) {}
