package tasks;

import dev.covet.api.Get;
import dev.covet.api.Routes;
import dev.covet.api.Use;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;

@Routes("/layers")
@Use(Layers.Half.class)
final class Layers {
  abstract static class Half implements Middleware {} // error: COV-117 Half is abstract

  static final class Two implements Middleware {
    Two() {}

    Two(Layers other) {} // error: COV-117 Two(...) is a second constructor

    @Override
    public Response handle(Request request, Handler next) {
      return next.handle(request);
    }
  }

  static final class Hidden implements Middleware {
    private Hidden() {} // error: COV-101 Hidden(...) is private

    @Override
    public Response handle(Request request, Handler next) {
      return next.handle(request);
    }
  }

  @Get
  @Use({Two.class, Hidden.class})
  int get() {
    return 1;
  }

  @Get("/foreign")
  @Use(Middleware.class) // error: COV-122 Middleware was compiled without Covet
  int foreign() {
    return 1;
  }
}
