package lodge;

import static lodge.KeepsakeTable.KEEPSAKE;
import static lodge.KeepsakeWithShelfProjection.KEEPSAKE_WITH_SHELF;
import static lodge.LabelTable.LABEL;
import static lodge.ShelfTable.SHELF;
import static lodge.ShelfWithKeepsakesProjection.SHELF_WITH_KEEPSAKES;
import static lodge.SignatureTable.SIGNATURE;

import dev.covet.api.Changes;
import dev.covet.api.Cursor;
import dev.covet.api.Get;
import dev.covet.api.Paging;
import dev.covet.api.Post;
import dev.covet.api.Public;
import dev.covet.api.Routes;
import dev.covet.data.Session;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Asks nobody who comes, and has to do with rows that are somebody's. */
@Routes("/yard")
@Public
public final class Yard {
  private static final Paging FIRST = new Paging(0, 9);

  private final AtomicReference<@Nullable Session> kept = new AtomicReference<>();

  @Get("/{what}")
  String read(String what, Session db) {
    var all = db.from(KEEPSAKE);
    var found =
        switch (what) {
          case "row" -> db.get(KEEPSAKE, 1).name();
          case "joined" -> db.get(KEEPSAKE_WITH_SHELF, 1).keepsake().name();
          case "list" -> all.list().size();
          case "lists" -> db.from(SHELF_WITH_KEEPSAKES).list().size();
          case "led" -> db.from(LABEL).where(LABEL.keepsakeId.where(KEEPSAKE.name.ne(""))).count();
          case "sorted" ->
              db.from(LABEL).orderBy(LABEL.keepsakeId.follow(KEEPSAKE.name).asc()).list().size();
          case "page" -> all.page(FIRST).total();
          case "slice" -> all.page(new Cursor(null, 9)).items().size();
          case "stream" -> all.stream().count();
          case "exists" -> all.exists();
          case "picked" -> all.select(KEEPSAKE.name).list().size();
          case "in-tx" -> db.tx(() -> all.list().size());
          case "in-read-only" -> db.readOnly(() -> all.list().size());
          default -> throw new IllegalArgumentException(what);
        };
    return what + ": " + found;
  }

  @Post("/{what}")
  String write(String what, Session db) {
    var all = db.from(KEEPSAKE);
    var mine = new Keepsake(0, what, null, 0, 0);
    var written =
        switch (what) {
          case "insert" -> db.insert(KEEPSAKE, mine).name();
          case "insertAll" -> db.insertAll(KEEPSAKE, List.of(mine)).size();
          case "label" -> db.insert(LABEL, new Label(0, 1, "old")).text();
          case "findOrInsert" -> db.findOrInsert(KEEPSAKE, KEEPSAKE.name.to(what)).name();
          case "upsert" -> db.upsert(KEEPSAKE, mine, KEEPSAKE.name).name();
          case "update" -> db.update(KEEPSAKE, 1, Changes.of(KEEPSAKE.name.to("key"))).name();
          case "replace" -> db.replace(KEEPSAKE, 1, mine).name();
          case "save" -> db.save(KEEPSAKE, new Keepsake(1, "key", null, 0, 0)).name();
          case "updates" -> all.update(KEEPSAKE.shelfId.to(null));
          case "updates-read" -> all.returning().update(KEEPSAKE.shelfId.to(null)).size();
          case "delete" -> delete(db);
          case "deletes" -> all.delete();
          case "deletes-read" -> all.returning().delete().size();
          case "in-tx" -> db.tx(() -> db.insert(KEEPSAKE, mine).name());
          default -> throw new IllegalArgumentException(what);
        };
    return what + ": " + written;
  }

  private static String delete(Session db) {
    db.delete(KEEPSAKE, 1);
    return "gone";
  }

  /** How often somebody has come, for whom no row with an owner is looked at. */
  @Get("/visits/{word}")
  long visits(String word, Session db) {
    return db.from(SIGNATURE).where(SIGNATURE.word.eq(word)).count();
  }

  /** Keeps what is of one request for all others. */
  @Get("/kept")
  long kept(Session db) {
    kept.compareAndSet(null, db);
    var session = kept.get();
    return session == null ? 0 : session.from(SHELF).count();
  }
}
