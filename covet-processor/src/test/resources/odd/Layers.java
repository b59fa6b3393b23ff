package odd.layers;

import dev.covet.api.Get;
import dev.covet.api.Routes;
import dev.covet.api.Use;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.time.Clock;

/** Middleware that is made by hand takes anything. */
@Routes("/layers")
@Use(Layers.Made.class)
final class Layers {
  record Limits(int most) {}

  static final class Store {}

  static final class Made implements Middleware {
    Made(Clock clock) {}

    @Override
    public Response handle(Request request, Handler next) {
      return next.handle(request);
    }
  }

  static final class Limited implements Middleware {
    Limited(int most, String name, Limits limits) {}

    @Override
    public Response handle(Request request, Handler next) {
      return next.handle(request);
    }
  }

  static final class Stored implements Middleware {
    Stored() {}

    Stored(Store store) {}

    @Override
    public Response handle(Request request, Handler next) {
      return next.handle(request);
    }
  }

  static final class Asking implements Middleware {
    Asking(Store store) {}

    @Override
    public Response handle(Request request, Handler next) {
      return next.handle(request);
    }
  }

  @Get
  int get() {
    return 1;
  }
}
