package shop;

import static shop.FullShelfProjection.FULL_SHELF;
import static shop.ShelfTable.SHELF;
import static shop.ThingTable.THING;

import dev.covet.api.Conflict;
import dev.covet.api.Delete;
import dev.covet.api.Form;
import dev.covet.api.Get;
import dev.covet.api.NotFound;
import dev.covet.api.Post;
import dev.covet.api.Routes;
import dev.covet.api.Status;
import dev.covet.data.Session;
import java.util.List;

/** Shelves in a database. */
@Routes("/shelves")
public final class Shelves {
  @Post
  @Status(201)
  Shelf add(Shelf shelf, Session db) {
    return db.insert(SHELF, shelf);
  }

  @Post("/form")
  @Status(201)
  Shelf addByForm(@Form Shelf shelf, Session db) {
    return db.insert(SHELF, shelf);
  }

  @Post("/things")
  @Status(201)
  Thing put(Thing thing, Session db) {
    return db.insert(THING, thing);
  }

  @Get
  List<FullShelf> list(Session db) {
    return db.from(FULL_SHELF).orderBy(SHELF.id.asc()).list();
  }

  /** Reads shelf by shelf, as one should not. */
  @Get("/slowly")
  List<String> slowly(Session db) {
    return db.from(SHELF).list().stream()
        .map(shelf -> shelf.name() + db.from(THING).where(THING.shelfId.eq(shelf.id())).count())
        .toList();
  }

  @Delete("/{id}")
  void remove(long id, Session db) throws NotFound, Conflict {
    db.delete(SHELF, id);
  }
}
