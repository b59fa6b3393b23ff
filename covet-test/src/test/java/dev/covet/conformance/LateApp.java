package dev.covet.conformance;

import dev.covet.api.Get;
import dev.covet.api.Post;
import dev.covet.api.Routes;
import dev.covet.app.Covet;

/** Answers only after what its client sends behind a request has come, too. */
@Routes
public final class LateApp {
  private static final int LATE_MILLIS = 250;

  LateApp() {}

  @Get("/late")
  String get() throws InterruptedException {
    Thread.sleep(LATE_MILLIS);
    return "This answer comes late";
  }

  @Post("/late")
  String post() throws InterruptedException {
    return get();
  }

  static void main(String[] args) {
    Covet.app().add(LateApp.class).run(args);
  }
}
