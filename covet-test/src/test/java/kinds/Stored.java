package kinds;

import static kinds.BookOnRackProjection.BOOK_ON_RACK;
import static kinds.BookTable.BOOK;
import static kinds.FullRackProjection.FULL_RACK;
import static kinds.RackTable.RACK;

import dev.covet.api.Changes;
import dev.covet.api.Conflict;
import dev.covet.api.Delete;
import dev.covet.api.Get;
import dev.covet.api.NotFound;
import dev.covet.api.Paging;
import dev.covet.api.Patch;
import dev.covet.api.Post;
import dev.covet.api.Put;
import dev.covet.api.Routes;
import dev.covet.api.Status;
import dev.covet.data.Session;
import java.util.List;
import java.util.Optional;

/** Rows: created, changed, replaced and shown. */
@Routes("/stored")
final class Stored {
  @Post("/racks")
  @Status(201)
  Rack add(Rack rack, Session db) {
    return db.insert(RACK, rack);
  }

  @Get("/racks")
  List<FullRack> racks(Paging paging, Session db) {
    return db.from(FULL_RACK).orderBy(RACK.id.asc()).list(paging);
  }

  @Delete("/racks/{id}")
  void remove(long id, Session db) throws NotFound, Conflict {
    db.delete(RACK, id);
  }

  @Post("/books")
  @Status(201)
  Book create(Book book, Session db) {
    return db.insert(BOOK, book);
  }

  @Get("/books")
  List<BookOnRack> books(Paging paging, Session db) {
    return db.from(BOOK_ON_RACK).orderBy(BOOK.id.asc()).list(paging);
  }

  @Get("/books/{id}")
  Optional<BookOnRack> read(long id, Session db) {
    return db.find(BOOK_ON_RACK, id);
  }

  @Put("/books/{id}")
  Book replace(long id, Book book, Session db) throws NotFound {
    return db.replace(BOOK, id, book);
  }

  @Patch("/books/{id}")
  Book change(long id, Changes<Book> changes, Session db) throws NotFound {
    return db.update(BOOK, id, changes);
  }
}
