package kinds;

import dev.covet.api.Projection;
import java.util.List;

/** A rack and what stands there. */
@Projection(Rack.class)
record FullRack(long id, String name, List<Book> books) {}
