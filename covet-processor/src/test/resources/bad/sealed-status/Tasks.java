package tasks;

import dev.covet.api.Get;
import dev.covet.api.Patch;
import dev.covet.api.Post;
import dev.covet.api.Put;
import dev.covet.api.Reply;
import dev.covet.api.Routes;
import dev.covet.api.Status;

@Routes("/tasks")
final class Tasks {
  sealed interface Answer {
    @Status(200)
    record Done(String text) implements Answer {}

    record Later(int seconds) implements Answer {} // error: COV-127 Later has no status, but other records of Answer have one

    @Status(99) // error: COV-127 Never cannot have the status 99
    record Never() implements Answer {}

    @Status(204) // error: COV-127 Gone answers 204, which has no content, so its components would be lost
    record Gone(String why) implements Answer {}

    @Status(205)
    record Reset() implements Answer {}
  }

  sealed interface Told {
    @Status(200)
    record Yes() implements Told {}
  }

  sealed interface Mixed<T> {
    @Status(200)
    record One<T>(T value) implements Mixed<T> {}

    @Status(202)
    record Two() implements Mixed<String> {}
  }

  sealed interface Some {
    @Status(200)
    record One() implements Some {}

    enum Other implements Some {
      NONE
    }
  }

  sealed interface Elsewhere {
    @Status(303) // error: COV-127 POST /tasks/elsewhere answers 303 without a Location
    record Seen() implements Elsewhere {}
  }

  sealed interface Led {
    @Status(303)
    record There() implements Led {}
  }

  @Post("/elsewhere")
  Elsewhere elsewhere() {
    return new Elsewhere.Seen();
  }

  @Post("/led")
  Reply<Led> led() {
    return Reply.<Led>of(new Led.There()).location("/tasks");
  }

  @Patch("/mixed")
  Mixed<String> mixed() { // error: COV-127 but One is not a plain record
    return new Mixed.Two();
  }

  @Patch("/some")
  Some some() { // error: COV-127 but Other is not a plain record
    return Some.Other.NONE;
  }

  @Status(200) // error: COV-131 @Status does nothing on a record
  record Plain(String text) {}

  @Get
  Answer get() {
    return new Answer.Reset();
  }

  @Post
  @Status(201) // error: COV-127 POST /tasks answers Told, which says its status itself
  Told post() {
    return new Told.Yes();
  }

  @Put
  @Status(201) // error: COV-127 PUT /tasks answers Yes, which says its status itself
  Told.Yes put() {
    return new Told.Yes();
  }
}
