package inn;

import static dev.covet.api.Lifetime.REQUEST;

import dev.covet.api.Provides;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;

/** A middleware of each request, since it needs a service of one. */
@Provides(REQUEST)
final class Door implements Middleware {
  private final Candle candle;
  private final Diary diary;

  Door(Candle candle, Diary diary) {
    this.candle = candle;
    this.diary = diary;
    diary.note("door made");
  }

  @Override
  public Response handle(Request request, Handler next) {
    diary.note("door open");
    return next.handle(request).withHeader("X-Candle", "" + System.identityHashCode(candle));
  }
}
