package tasks;

import static dev.covet.api.Lifetime.REQUEST;

import dev.covet.api.Delete;
import dev.covet.api.Get;
import dev.covet.api.Post;
import dev.covet.api.Provides;
import dev.covet.api.Routes;

/** Providers read no body where there is none. */
@Routes("/drafts")
final class Drafts {
  record Note(String text) {}

  @Get
  int list(
      Draft draft) { // error: COV-103 @Settings on its record if the app's settings have it
    return 1;
  }

  @Delete
  void clear(
      Letter letter) {} // error: COV-103 "note", to make "letter", from the body, which a DELETE has only if

  @Delete("/some")
  void some(Note note) {}

  @Post
  void create(Draft draft, Letter letter) {}

  @Provides(REQUEST)
  static Draft draft(Note note) {
    return new Draft();
  }

  @Provides(REQUEST)
  static Letter letter(Draft draft) {
    return new Letter();
  }

  static final class Draft {}

  static final class Letter {}
}
