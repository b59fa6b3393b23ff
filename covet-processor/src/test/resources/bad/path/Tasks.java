package tasks;

import dev.covet.api.Delete;
import dev.covet.api.Get;
import dev.covet.api.OnStart;
import dev.covet.api.Post;
import dev.covet.api.Put;
import dev.covet.api.Routes;

@Routes("/tasks/{team}")
final class Tasks {
  @Get("/a/{id") // error: COV-129 a(...) has the path "/tasks/{team}/a/{id", which has a variable that is not a whole segment.
  int a() {
    return 1;
  }

  @Get("/b/{id}x") // error: COV-129 which has a variable that is not a whole segment.
  int b(long id) {
    return 1;
  }

  @Get("/c/{}") // error: COV-129 which has a variable without a name.
  int c() {
    return 1;
  }

  @Post("/d/{id}/{id}") // error: COV-129 which has the variable id twice.
  int d(long id) {
    return 1;
  }

  @Put("/d2/{team}") // error: COV-129 which has the variable team twice.
  int d2(String team) {
    return 1;
  }

  @Delete("/e?x={x}") // error: COV-129 which has a variable that is not a whole segment.
  int e(int x) {
    return 1;
  }

  @Get("/f//g") // error: COV-129 "/tasks/{team}/f//g", which has nothing between two slashes.
  int f() {
    return 1;
  }

  @Get("/../g") // error: COV-129 which has a dot segment, which no request has.
  int g() {
    return 1;
  }

  @Get("/h?all") // error: COV-129 which has a character that is in no path.
  int h() {
    return 1;
  }

  @Get("/{rest...}/i") // error: COV-129 which goes on after a rest.
  int i() {
    return 1;
  }

  @Get("//j/ /ä//")
  int j(String team) {
    return 1;
  }

  /** One mistake before all routes is told once. */
  @Routes("/{id") // error: COV-129 Below has the path "/{id", which has a variable
  static final class Below {
    @Get
    int get(long id) {
      return 1;
    }

    @Post("/{x")
    int post() {
      return 1;
    }

    @OnStart
    void start() {}
  }
}
