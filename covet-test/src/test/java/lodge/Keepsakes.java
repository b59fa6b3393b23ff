package lodge;

import static dev.covet.data.Expressions.or;
import static lodge.CodeTable.CODE;
import static lodge.KeepsakeTable.KEEPSAKE;
import static lodge.KeepsakeWithShelfProjection.KEEPSAKE_WITH_SHELF;
import static lodge.LabelTable.LABEL;
import static lodge.ShelfTable.SHELF;
import static lodge.ShelfWithKeepsakesProjection.SHELF_WITH_KEEPSAKES;

import dev.covet.api.Changes;
import dev.covet.api.Conflict;
import dev.covet.api.Delete;
import dev.covet.api.Get;
import dev.covet.api.NotFound;
import dev.covet.api.Page;
import dev.covet.api.Paging;
import dev.covet.api.Patch;
import dev.covet.api.Post;
import dev.covet.api.Public;
import dev.covet.api.Put;
import dev.covet.api.Routes;
import dev.covet.api.Secret;
import dev.covet.api.SignedIn;
import dev.covet.api.Status;
import dev.covet.data.Repository;
import dev.covet.data.Session;
import java.util.List;

/** What belongs to whoever asks. */
@Routes("/keepsakes")
@SignedIn
public final class Keepsakes {
  @Post
  @Status(201)
  Keepsake create(Keepsake keepsake, Session db) {
    return db.insert(KEEPSAKE, keepsake);
  }

  @Post("/all")
  List<Keepsake> createAll(List<Keepsake> keepsakes, Session db) {
    return db.insertAll(KEEPSAKE, keepsakes);
  }

  @Post("/shelves")
  @Status(201)
  Shelf createShelf(Shelf shelf, Session db) {
    return db.insert(SHELF, shelf);
  }

  @Get("/{id}")
  Keepsake read(long id, Session db) throws NotFound {
    return db.get(KEEPSAKE, id);
  }

  @Get
  List<Keepsake> list(Session db) {
    return db.from(KEEPSAKE).orderBy(KEEPSAKE.id.asc()).list();
  }

  @Get("/pages")
  Page<Keepsake> page(Paging paging, Session db) {
    return db.from(KEEPSAKE).page(paging);
  }

  /** Conditions that try to see more. */
  @Get("/any")
  List<Keepsake> any(Session db) {
    return db.from(KEEPSAKE).where(or(KEEPSAKE.id.gt(0L), KEEPSAKE.id.lt(0L))).list();
  }

  @Get("/facts")
  String facts(Session db) {
    var onShelf = db.from(KEEPSAKE).where(KEEPSAKE.shelfId.where(SHELF.name.ne(""))).count();
    var found =
        db.from(KEEPSAKE).where(KEEPSAKE.shelfId.in(db.from(SHELF).select(SHELF.id))).count();
    var joined =
        db.from(SHELF).where(SHELF.id.join(KEEPSAKE, KEEPSAKE.shelfId.orElse(0L)).exists()).count();
    var names = db.from(KEEPSAKE).select(KEEPSAKE.name).list();
    return "%s %s %s %s".formatted(onShelf, found, joined, names);
  }

  @Get("/shelves")
  List<ShelfWithKeepsakes> shelves(Session db) {
    return db.from(SHELF_WITH_KEEPSAKES).list();
  }

  @Get("/placed")
  List<KeepsakeWithShelf> placed(Session db) {
    return db.from(KEEPSAKE_WITH_SHELF).orderBy(KEEPSAKE.id.asc()).list();
  }

  @Get("/placed/{id}")
  KeepsakeWithShelf placedOne(long id, Session db) throws NotFound {
    return db.get(KEEPSAKE_WITH_SHELF, id);
  }

  @Patch("/{id}")
  Keepsake change(long id, Changes<Keepsake> changes, Session db) throws NotFound {
    return db.update(KEEPSAKE, id, changes);
  }

  @Put("/{id}")
  Keepsake replace(long id, Keepsake keepsake, Session db) throws NotFound {
    return db.replace(KEEPSAKE, id, keepsake);
  }

  /** A record as the program has made it. */
  @Put("/{id}/saved")
  Keepsake save(long id, String name, long version, Session db) throws NotFound {
    return db.save(KEEPSAKE, new Keepsake(id, name, null, version, 9));
  }

  /** Every way to have a thing lead to a shelf. */
  @Put("/{id}/shelf/{shelfId}")
  Keepsake place(long id, long shelfId, String how, Session db) throws NotFound, Conflict {
    var thing = new Keepsake(id, "thing", shelfId, 0, 0);
    return switch (how) {
      case "insert" -> db.insert(KEEPSAKE, new Keepsake(0, "new", shelfId, 0, 0));
      case "insertAll" ->
          db.insertAll(KEEPSAKE, List.of(thing.fresh("a"), thing.fresh("b"))).getFirst();
      case "findOrInsert" ->
          db.findOrInsert(KEEPSAKE, KEEPSAKE.name.to("found"), KEEPSAKE.shelfId.to(shelfId));
      case "upsert" -> db.upsert(KEEPSAKE, thing);
      case "save" -> db.save(KEEPSAKE, thing);
      case "replace" -> db.replace(KEEPSAKE, id, thing);
      case "all" -> db.from(KEEPSAKE).returning().update(KEEPSAKE.shelfId.to(shelfId)).getFirst();
      case "count" -> {
        db.from(KEEPSAKE).update(KEEPSAKE.shelfId.to(shelfId));
        yield db.get(KEEPSAKE, id);
      }
      case "unscoped" ->
          db.unscoped().update(KEEPSAKE, id, Changes.of(KEEPSAKE.shelfId.to(shelfId)));
      default -> throw new NotFound(how);
    };
  }

  @Delete("/shelves/{id}")
  void deleteShelf(long id, Session db) throws NotFound, Conflict {
    db.delete(SHELF, id);
  }

  @Post("/{id}/labels")
  Label label(long id, String text, Session db) throws Conflict {
    return db.insert(LABEL, new Label(0, id, text));
  }

  /** More labels than one, one by one. */
  @Post("/{id}/many-labels")
  long labels(long id, Session db) throws Conflict {
    return db.tx(() -> {
      for (var n = 0; n < 3; n++) db.insert(LABEL, new Label(0, id, "n" + n));
      return db.from(LABEL).count();
    });
  }

  @Put("/named/{name}")
  Keepsake upsert(String name, Session db) throws Conflict {
    return db.upsert(KEEPSAKE, new Keepsake(0, name, null, 0, 9), KEEPSAKE.name);
  }

  @Post("/named/{name}")
  Keepsake findOrInsert(String name, Session db) throws Conflict {
    return db.findOrInsert(KEEPSAKE, KEEPSAKE.name.to(name));
  }

  @Delete("/{id}")
  void delete(long id, Session db) throws NotFound {
    db.delete(KEEPSAKE, id);
  }

  @Patch
  long renameAll(Session db) {
    return db.from(KEEPSAKE)
        .where(or(KEEPSAKE.id.gt(0L), KEEPSAKE.id.lt(0L)))
        .update(KEEPSAKE.shelfId.to(null));
  }

  @Delete
  long deleteAll(Session db) {
    return db.from(KEEPSAKE).delete();
  }

  @Get("/kept/{id}")
  Keepsake kept(long id, Repository<Keepsake, Long> keepsakes) throws NotFound {
    return keepsakes.find(id).orElseThrow(() -> new NotFound("Not here"));
  }

  @Get("/everybodys")
  List<Keepsake> everybodys(Me me, Session db) {
    var all = me.id() == 1 ? db.unscoped() : db;
    return db.tx(() -> all.from(KEEPSAKE).orderBy(KEEPSAKE.id.asc()).list());
  }

  /** A word that nobody reads, by which its row is found. */
  @Post("/codes/{word}")
  long code(String word, Session db) {
    db.insert(CODE, new Code(0, Secret.of(word)));
    return db.from(CODE).where(CODE.word.eq(Secret.of(word))).count();
  }

  @Get("/open")
  @Public
  List<Keepsake> open(Session db) {
    return db.from(KEEPSAKE).list();
  }
}
