package tasks;

import dev.covet.api.Get;
import dev.covet.api.Routes;

/** Of no concern. */
final class More {}

@Routes("/others")
final class Others { // error: COV-125 Others is in the file of another class
  record Nested(int size) {}

  @Get
  Nested list() {
    return new Nested(1);
  }
}
