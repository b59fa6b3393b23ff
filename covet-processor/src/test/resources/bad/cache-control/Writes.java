package tasks;

import dev.covet.api.CacheControl;
import dev.covet.api.Delete;
import dev.covet.api.Post;
import dev.covet.api.Routes;

/** Nothing here is kept, and words are looked at all the same. */
@Routes("/writes")
@CacheControl("pubic, max-age=60") // error: COV-171 "pubic" is nothing that caches know.
final class Writes {
  @Post
  void create() {}

  @Delete
  void remove() {}
}
