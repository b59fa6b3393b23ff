package shop;

import dev.covet.api.Body;
import dev.covet.api.Get;
import dev.covet.api.Post;
import dev.covet.api.Routes;
import dev.covet.api.Use;

/** Has middleware of a class and of methods, by classes and by annotations. */
@Routes("/gallery")
@Marked("class")
@Use(Bell.class)
public final class Gallery {
  private final Till till;

  Gallery(Till till) {
    this.till = till;
  }

  @Get
  @Use(Drawer.class)
  @Marked(value = "method", times = 2)
  String list(Stamp stamp) {
    till.note("handler");
    return "list";
  }

  @Get("/same")
  @Marked("class")
  String same() {
    return "same";
  }

  @Post
  int add(@Body int count) {
    till.note("handler");
    return count;
  }
}
