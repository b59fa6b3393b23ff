package memos;

import static memos.MemoTable.MEMO;

import dev.covet.api.CacheControl;
import dev.covet.api.Changes;
import dev.covet.api.Conditional;
import dev.covet.api.Delete;
import dev.covet.api.Flatten;
import dev.covet.api.Get;
import dev.covet.api.Id;
import dev.covet.api.NoCompress;
import dev.covet.api.NotFound;
import dev.covet.api.Patch;
import dev.covet.api.Post;
import dev.covet.api.Projection;
import dev.covet.api.Put;
import dev.covet.api.Reply;
import dev.covet.api.Routes;
import dev.covet.api.Status;
import dev.covet.data.Session;
import dev.covet.web.http.IfMatch;
import java.util.List;
import java.util.Optional;

/** Memos, each of which one client at a time changes. */
@Routes("/memos")
@Conditional
public final class Memos {
  @Post
  @Status(201)
  Memo add(Memo memo, Session db) {
    return db.insert(MEMO, memo);
  }

  @Get
  List<Memo> all(Session db) {
    return db.from(MEMO).list();
  }

  @Get("/{id}")
  @CacheControl("private, max-age=60")
  Optional<Memo> one(long id, Session db) {
    return db.find(MEMO, id);
  }

  @Get("/{id}/reply")
  Reply<Memo> reply(long id, Session db) {
    return Reply.of(db.get(MEMO, id)).header("X-Own", "yes");
  }

  /** Other columns than a row has, and that of its version. */
  @Projection(Memo.class)
  public record Title(@Id long id, long version) {}

  /** A row with more beside it. */
  @Projection(Memo.class)
  public record Whole(@Flatten Memo memo) {}

  @Get("/{id}/title")
  Optional<Title> title(long id, Session db) {
    return db.find(Memos_TitleProjection.TITLE, id);
  }

  @Get("/{id}/whole")
  Optional<Whole> whole(long id, Session db) {
    return db.find(Memos_WholeProjection.WHOLE, id);
  }

  @Put("/{id}")
  Memo replace(long id, Memo memo, IfMatch seen, Session db) throws NotFound {
    return db.replace(MEMO, id, memo, seen.version());
  }

  @Patch("/{id}")
  Memo change(long id, Changes<Memo> changes, IfMatch seen, Session db) throws NotFound {
    return db.update(MEMO, id, changes, seen.version());
  }

  @Delete("/{id}")
  void remove(long id, IfMatch seen, Session db) throws NotFound {
    db.delete(MEMO, id, seen.version());
  }

  @Post("/{id}/close")
  @Conditional
  void close(long id, IfMatch seen, Session db) throws NotFound {
    db.replace(MEMO, id, db.get(MEMO, id), seen.version());
  }

  @Get("/secret")
  @NoCompress
  String secret() {
    return "secret ".repeat(1_000);
  }
}
