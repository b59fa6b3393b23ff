package tasks;

import dev.covet.api.Get;
import dev.covet.api.Post;
import dev.covet.api.Provides;
import dev.covet.api.Routes;
import dev.covet.api.Status;
import dev.covet.api.Use;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;

@Routes("/tasks")
final class Tasks {
  @Post
  int create(Task task, Store store) throws Full {
    return 1;
  }

  @Get
  @Use(Layer.class)
  State state(State state) {
    return state;
  }

  @Provides
  static Store store() {
    return new Store();
  }
}

record Task(String title) {} // error: COV-125 Task is in the file of another class

enum State { // error: COV-125 State is in the file of another class
  OPEN
}

final class Store {} // error: COV-125 Store is in the file of another class

@Status(409)
final class Full extends dev.covet.api.ApiError { // error: COV-125 Full is in the file of
  private static final long serialVersionUID = 1L;

  Full() {
    super("full");
  }
}

final class Layer implements Middleware { // error: COV-125 Layer is in the file of another class
  @Override
  public Response handle(Request request, Handler next) {
    return next.handle(request);
  }
}

/** Generated code has nothing to do with it. */
final class Unconcerned {}
