package @name@;

import static @name@.ItemTable.ITEM;

import dev.covet.api.Changes;
import dev.covet.api.Delete;
import dev.covet.api.Get;
import dev.covet.api.NotFound;
import dev.covet.api.Paging;
import dev.covet.api.Patch;
import dev.covet.api.Post;
import dev.covet.api.Routes;
import dev.covet.api.Status;
import dev.covet.data.Session;
import java.util.List;
import java.util.Optional;

/** What is for sale. */
@Routes("/items")
public final class Items {
  /** Adds an item. */
  @Post
  @Status(201)
  Item create(Item item, Session db) {
    return db.insert(ITEM, item);
  }

  /** Lists items by name. */
  @Get
  List<Item> list(Paging paging, Session db) {
    return db.from(ITEM).orderBy(ITEM.name.asc()).list(paging);
  }

  /** Shows an item. */
  @Get("/{id}")
  Optional<Item> read(long id, Session db) {
    return db.find(ITEM, id);
  }

  /** Changes the fields that are sent. */
  @Patch("/{id}")
  Item update(long id, Changes<Item> changes, Session db) throws NotFound {
    return db.update(ITEM, id, changes);
  }

  /** Deletes an item. */
  @Delete("/{id}")
  void delete(long id, Session db) throws NotFound {
    db.delete(ITEM, id);
  }
}
