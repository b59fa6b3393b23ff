package tasks;

import dev.covet.api.Get;
import dev.covet.api.Idempotent;
import dev.covet.api.Post;
import dev.covet.api.Provides;
import dev.covet.api.RateLimit;
import dev.covet.api.Retry;
import dev.covet.api.Routes;

/** Protection without the jar that keeps it. */
@Routes("/tasks")
final class Tasks {
  @Get
  @RateLimit(requests = 1, perSeconds = 1) // error: COV-170 @RateLimit does nothing without covet-resilience
  String list() {
    return "";
  }

  @Post
  @Idempotent // error: COV-170 @Idempotent does nothing without covet-idempotency
  void create() {}

  @Get("/once")
  @Idempotent // error: COV-170 @Idempotent does nothing without covet-idempotency
  String once() {
    return "";
  }

  @Provides
  static class Store {
    @Retry // error: COV-170 @Retry does nothing without covet-resilience
    void load() {}
  }
}
