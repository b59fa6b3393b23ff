package gate;

import dev.covet.api.Forbidden;
import dev.covet.api.Guard;
import dev.covet.web.http.Request;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.time.Clock;

/** Is open at some hours. */
@Guard
public final class Hours {
  private final Clock clock;

  Hours(Clock clock) {
    this.clock = clock;
  }

  /**
   * Checks the hour.
   *
   * @param next when somebody comes
   */
  void open(@Min(0) int next, Request request, Clock own) throws Forbidden, IOException {
    if (next < 8 || !own.equals(clock)) throw new Forbidden(request.path() + " is shut");
    if (next > 23) throw new IOException("no such hour");
  }
}
