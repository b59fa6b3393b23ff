package every;

import static every.PhotoTable.PHOTO;

import dev.covet.api.Body;
import dev.covet.api.Get;
import dev.covet.api.Post;
import dev.covet.api.Routes;
import dev.covet.data.Session;
import java.util.List;

/** Bytes within JSON, in a table, and as a whole body. */
@Routes("/photos")
public final class Photos {
  @Post
  Photo add(Photo photo, Session db) {
    return db.get(PHOTO, db.insert(PHOTO, photo).id());
  }

  @Get
  List<Photo> list(Session db) {
    return db.from(PHOTO).orderBy(PHOTO.data.asc()).list();
  }

  @Post("/raw")
  byte[] raw(@Body byte[] bytes) {
    return bytes;
  }

  @Post("/several")
  List<byte[]> several(@Body List<byte[]> all) {
    return all;
  }
}
