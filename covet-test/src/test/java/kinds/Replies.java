package kinds;

import dev.covet.api.Get;
import dev.covet.api.Reply;
import dev.covet.api.Routes;
import dev.covet.api.SetCookie;

/** Replies that say what no annotation does; not in the app, whose document would be wrong. */
@Routes("/replies")
final class Replies {
  @Get("/status")
  Reply<String> status() {
    return Reply.of("text").status(202);
  }

  @Get("/headers")
  Reply<String> headers() {
    return Reply.of("text").header("X-Count", "1").cookie(SetCookie.of("last", "1"));
  }

  @Get("/type")
  Reply<String> type() {
    return Reply.of("a,b").header("Content-Type", "text/csv");
  }
}
