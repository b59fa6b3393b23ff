package odd.overloads;

import dev.covet.api.Get;
import dev.covet.api.OnStart;
import dev.covet.api.Post;
import dev.covet.api.Routes;

/** Handlers of names that the generated class has itself, and of objects. */
@Routes("/overloads")
final class Overloads {
  record In(String text) {}

  @Get
  @OnStart
  int one() {
    return 1;
  }

  /** No route, so it may be called like one. */
  int one(int id) {
    return id;
  }

  @Post
  int in(In in) {
    return 1;
  }

  @Get("/3")
  int operations() {
    return 1;
  }

  @Get("/4")
  int routes() {
    return 1;
  }

  @Get("/5")
  int onStart() {
    return 1;
  }

  @Get("/6")
  int handle() {
    return 1;
  }

  @Get("/7")
  int operationsOperation() {
    return 1;
  }

  @Get("/8")
  int string() {
    return 1;
  }

  @Get("/9")
  int getClass(int number) {
    return number;
  }

  @Get("/10")
  @Override
  public String toString() {
    return "";
  }
}
