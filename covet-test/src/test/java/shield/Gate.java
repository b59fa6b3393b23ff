package shield;

import dev.covet.api.Body;
import dev.covet.api.Get;
import dev.covet.api.Post;
import dev.covet.api.RateLimit;
import dev.covet.api.Routes;

/** Limits of one route, of a class, in several windows. */
@Routes("/gate")
@RateLimit(requests = 2, perSeconds = 10)
public final class Gate {
  /** What is posted. */
  public record Login(String name) {}

  @Post("/login")
  @RateLimit(requests = 5, perSeconds = 60)
  String login(@Body Login login) {
    return "hello " + login.name();
  }

  @Get("/left")
  String left() {
    return "left";
  }

  @Get("/right")
  String right() {
    return "right";
  }

  @Get("/both")
  @RateLimit(requests = 2, perSeconds = 1)
  @RateLimit(requests = 3, perSeconds = 60)
  String both() {
    return "both";
  }
}
