package every;

import static dev.covet.api.Lifetime.REQUEST;
import static every.PhotoTable.PHOTO;

import dev.covet.api.Body;
import dev.covet.api.Get;
import dev.covet.api.Header;
import dev.covet.api.Post;
import dev.covet.api.Provided;
import dev.covet.api.Provides;
import dev.covet.api.Routes;
import dev.covet.data.Session;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** Bytes within JSON, in a table, and as a whole body. */
@Routes("/photos")
public final class Photos {
  /** What a body is signed with. */
  @SuppressWarnings("ArrayRecordComponent")
  record Signed(String signature, byte[] data) {}

  /** How long a body is. */
  record Counted(long bytes) {}

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

  @Post("/signed")
  String signed(@Provided Signed signed) {
    return signed.signature() + signed.data().length;
  }

  @Provides(REQUEST)
  static Signed signed(@Header String signature, byte[] data) {
    return new Signed(signature, data);
  }

  @Post("/counted")
  long counted(@Provided Counted counted) {
    return counted.bytes();
  }

  @Provides(REQUEST)
  static Counted counted(InputStream data) throws IOException {
    return new Counted(data.transferTo(OutputStream.nullOutputStream()));
  }

  @Post("/several")
  List<byte[]> several(@Body List<byte[]> all) {
    return all;
  }
}
