package tasks;

import dev.covet.api.Get;
import dev.covet.api.OnStart;
import dev.covet.api.Post;
import dev.covet.api.Provides;
import dev.covet.api.Routes;
import java.util.List;

@Routes("/tasks")
final class Tasks {
  @Get
  <T> int list(List<T> all) { // error: COV-118 list(...) has type parameters
    return all.size();
  }

  @Post
  <T extends Number> T create(T task) { // error: COV-118 create(...) has type parameters
    return task;
  }

  @OnStart
  private void start() {} // error: COV-101 start(...) is private

  @Get("/stores")
  int stores(Store store, Shelf shelf) {
    return 1;
  }

  @Provides
  Store store() { // error: COV-118 store(...) provides something and is not static
    return new Store();
  }

  @Provides
  private static Shelf shelf() { // error: COV-101 shelf(...) is private
    return new Shelf();
  }

  @Provides
  static void nothing() {} // error: COV-118 nothing(...) provides void, which is not a service

  @Provides
  static int number() { // error: COV-118 number(...) provides int, which is not a service
    return 1;
  }

  static final class Store {}

  static final class Shelf {}
}
