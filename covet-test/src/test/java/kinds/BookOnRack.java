package kinds;

import dev.covet.api.Flatten;
import dev.covet.api.Projection;
import org.jspecify.annotations.Nullable;

/** A book and where it stands. */
@Projection(Book.class)
record BookOnRack(@Flatten Book book, @Nullable Rack rack) {}
