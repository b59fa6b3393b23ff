package tasks;

import dev.covet.api.Discriminator;
import dev.covet.api.Get;
import dev.covet.api.Model;
import dev.covet.api.Name;
import dev.covet.api.Post;
import dev.covet.api.Query;
import dev.covet.api.ReadOnly;
import dev.covet.api.Routes;

@Routes("/tasks")
final class Tasks {
  sealed interface Step {
    record Wait(int seconds) implements Step {}

    final class Walk implements Step {} // error: COV-104 Walk is one of Step, and it is not a record, so it has no fields in JSON

    enum Known implements Step { // error: COV-104 Known is one of Step, and it is not a record
      STOP
    }

    record Any<T>(T value) implements Step {} // error: COV-104 Any is one of Step, and it is not a record
  }

  sealed interface Mark {
    record Pen(
        String type) // error: COV-114 "type" is the field by which JSON tells the records of Mark apart
        implements Mark {}

    record Brush(
        @Name({"width", "type"}) int size) // error: COV-114 "type" is the field by which JSON tells
        implements Mark {}

    @Name("pen")
    record Pencil() // error: COV-114 "pen" is also the tag of another record of Mark
        implements Mark {
      @ReadOnly
      int type() { // error: COV-114 "type" is the field by which JSON tells
        return 1;
      }
    }
  }

  /** A service, whatever it is made of. */
  sealed interface Store {}

  static final class Memory implements Store {}

  @Discriminator("kind") // error: COV-131 @Discriminator does nothing on an interface
  interface Open {}

  @Discriminator("kind") // error: COV-131 @Discriminator does nothing on a record
  @Name("one") // error: COV-131 @Name does nothing on a record
  @Model
  record One(int one) {}

  @Discriminator(" ") // error: COV-131 @Discriminator says nothing here
  sealed interface Blank {}

  record Only() implements Blank {}

  @Post
  Mark post(Step step) {
    return new Mark.Pencil();
  }

  @Get
  int get(
      @Query Blank blank) { // error: COV-104 Blank cannot be a value of the query
    return 1;
  }
}
