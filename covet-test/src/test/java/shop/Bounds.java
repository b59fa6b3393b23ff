package shop;

import static shop.BoundedTable.BOUNDED;

import dev.covet.api.Post;
import dev.covet.api.Routes;
import dev.covet.api.Status;
import dev.covet.data.Session;

/** Stores what keeps its limits. */
@Routes("/bounds")
public final class Bounds {
  @Post
  @Status(201)
  Bounded add(Bounded bounded, Session db) {
    return db.insert(BOUNDED, bounded);
  }
}
