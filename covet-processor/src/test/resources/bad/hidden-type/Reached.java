package tasks;

import dev.covet.api.ApiError;
import dev.covet.api.Changes;
import dev.covet.api.Get;
import dev.covet.api.Model;
import dev.covet.api.Patch;
import dev.covet.api.Provides;
import dev.covet.api.Put;
import dev.covet.api.Query;
import dev.covet.api.Reply;
import dev.covet.api.Routes;
import dev.covet.api.Status;
import dev.covet.api.Use;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.util.List;
import java.util.function.Supplier;

@Routes("/reached")
final class Reached {
  private enum State {} // error: COV-101 State is private

  private enum Order {} // error: COV-101 Order is private

  @Query
  private record Page(int size) {} // error: COV-101 Page is private

  private record Half(int size) {} // error: COV-101 Half is private

  private record Whole(int size) {} // error: COV-101 Whole is private

  private static final class Key {} // error: COV-101 Key is private

  @Model
  record Task(State state, List<State> states) {}

  @Status(409)
  private static final class Full extends ApiError { // error: COV-101 Full is private
    private static final long serialVersionUID = 1L;

    Full() {
      super("full");
    }
  }

  /** Nothing is generated for it. */
  private static final class Told extends ApiError {
    private static final long serialVersionUID = 1L;

    Told() {
      super("told");
    }

    @Override
    public int status() {
      return 418;
    }
  }

  private static final class Layer implements Middleware { // error: COV-101 Layer is private
    @Override
    public Response handle(Request request, Handler next) {
      return next.handle(request);
    }
  }

  /** Nobody names it. */
  private record Own(int size) {}

  @Get
  @Use(Layer.class)
  int list(Order order, Page page) throws Full, Told {
    return new Own(1).size();
  }

  @Patch
  int change(Changes<Half> changes) {
    return 1;
  }

  @Put
  Reply<List<Whole>> put(Supplier<Key> key) {
    return Reply.of(List.of());
  }

  @Provides
  static Supplier<Key> key() {
    return Key::new;
  }
}
