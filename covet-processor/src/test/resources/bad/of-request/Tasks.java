package tasks;

import static dev.covet.api.Lifetime.REQUEST;

import dev.covet.api.Get;
import dev.covet.api.Header;
import dev.covet.api.OnStart;
import dev.covet.api.OnStop;
import dev.covet.api.Path;
import dev.covet.api.Provides;
import dev.covet.api.Routes;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.time.Clock;

@Routes("/tasks")
final class Tasks {
  record Config(String url) {}

  record Visit(String name) {}

  Tasks(
      Clock clock,
      int limit, // error: COV-121 Tasks is made once for the app, but "limit" is of the query
      Config config, // error: COV-121 "config" is the body of a request
      Visitor visitor) {} // error: COV-121 "visitor" is of a request

  @Get
  int list(Visitor visitor, Store store) {
    return 1;
  }

  @OnStart
  void start(Clock clock, Quiet quiet) {}

  @OnStop
  void stop(
      Request request, // error: COV-121 stop(...) runs outside of requests
      Visitor visitor) {} // error: COV-121 "visitor" is of a request

  @Provides
  static Store store(
      @Header String token, // error: COV-121 Tasks.store is made once for the app, but "token"
      Request request, // error: COV-121 "request" is of a request
      @Path long id) { // error: COV-121 "id" is of the path of a request
    return new Store();
  }

  @Provides(REQUEST)
  static Visitor visitor(@Header String visitor, Request request) {
    return new Visitor();
  }

  /** Of a request, but it reads none. */
  @Provides(REQUEST)
  static Quiet quiet(Store store) {
    return new Quiet();
  }

  static final class Store {}

  static final class Visitor {}

  static final class Quiet {}

  static final class Timing implements Middleware {
    Timing(Visitor visitor) {} // error: COV-121 Timing is made once for the app

    @Override
    public Response handle(Request request, Handler next) {
      return next.handle(request);
    }
  }
}
