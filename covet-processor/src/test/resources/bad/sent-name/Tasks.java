package tasks;

import dev.covet.api.Cookie;
import dev.covet.api.Get;
import dev.covet.api.Header;
import dev.covet.api.Name;
import dev.covet.api.Query;
import dev.covet.api.Routes;

/** Names that no client could send. */
@Routes("/tasks")
final class Tasks {
  @Query
  record Page(
      int size,
      @Cookie("last page") int last, // error: COV-140 No cookie is called "last page"
      Inner inner) {}

  @Query
  record Inner(
      @Header("X Tag") String tag) {} // error: COV-140 No header is called "X Tag"

  @Get
  String list(
      Page page,
      @Cookie("a=b") String theme, // error: COV-140 No cookie is called "a=b"
      @Cookie @Name({"näme", "name"}) String name, // error: COV-140 No cookie is called "näme"
      @Header("X-Größe") int size, // error: COV-140 No header is called "X-Größe"
      @Header("X-Tag") int tag,
      @Cookie("__Host-id") String id,
      @Query("a b") String text) {
    return text;
  }
}
