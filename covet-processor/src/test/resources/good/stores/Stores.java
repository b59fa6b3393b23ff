package stores;

import dev.covet.api.Get;
import dev.covet.api.Provided;
import dev.covet.api.Routes;

/** Shows what is provided by qualifier. */
@Routes("/stores")
final class Stores {
  private final Store films;

  Stores(@Bucket("films") Store films) {
    this.films = films;
  }

  @Get("/avatars")
  String avatars(@Bucket("avatars") Store store) {
    return store.name() + " " + store.number();
  }

  @Get("/both")
  String both(
      @Bucket("avatars") Store read,
      @Bucket(value = "avatars", access = Bucket.Access.WRITE) Store write,
      @Bucket(value = "films", access = Bucket.Access.READ) Store other) {
    return read.name() + ", " + write.name() + ", " + (other == films);
  }

  @Get("/tags")
  String tags(
      @Bucket(value = "a", tags = {"x", "y"}) Store one,
      @Bucket(value = "a", tags = {"x", "y"}) Store same,
      @Bucket(value = "a", tags = "x") Store other) {
    return (one == same) + " " + (one == other);
  }

  @Get("/visit")
  String visit(@Bucket("quote \" and a.B") Visit visit) {
    return visit.text();
  }

  @Get("/shelves/{id}")
  Shelf shelf(@Provided Shelf shelf) {
    return shelf;
  }
}
