package shop;

import dev.covet.api.Flatten;
import dev.covet.api.Projection;
import java.util.List;

/** A shelf and what stands on it. */
@Projection(Shelf.class)
public record FullShelf(@Flatten Shelf shelf, List<Thing> things) {}
