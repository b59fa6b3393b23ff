package tasks;

import static dev.covet.api.Lifetime.REQUEST;

import dev.covet.api.Post;
import dev.covet.api.Provides;
import dev.covet.api.Routes;

/** A provider's body counts like the handler's, and one that two services share counts once. */
@Routes("/drafts")
final class Drafts {
  record Note(String text) {}

  record Sign(String text) {}

  @Post("/1")
  void one(
      Draft draft,
      Note note) {} // error: COV-102 takes both "text", to make "draft", and "note" from the body

  @Post("/2")
  void two(
      Note note,
      Letter letter) {} // error: COV-102 takes both "note" and "text", to make "letter", from the body

  @Post("/3")
  void three(Draft draft, Letter letter) {}

  @Post("/4")
  void four(
      Letter letter,
      Seal seal) {} // error: COV-102 and "sign", to make "seal", from the body

  @Provides(REQUEST)
  static Draft draft(Note text) {
    return new Draft();
  }

  @Provides(REQUEST)
  static Letter letter(Draft draft) {
    return new Letter();
  }

  @Provides(REQUEST)
  static Seal seal(Sign sign) {
    return new Seal();
  }

  static final class Draft {}

  static final class Letter {}

  static final class Seal {}
}
