package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.web.http.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** P2: the suite really runs in both thread modes. */
class ThreadsTest {
  private static App where() {
    return Covet.app().get("/where", _ -> Response.text(Thread.currentThread().toString()));
  }

  @Test
  void withLoopRequestsRunOnTheEventLoopOfTheirConnection() {
    assertThat(carriers(Way.HTTP1_LOOP)).anyMatch(carrier -> carrier.contains("EventLoop"));
  }

  @Test
  void withJdkTheyRunOnItsScheduler() {
    assertThat(carriers(Way.HTTP1_JDK)).allMatch(carrier -> carrier.contains("ForkJoinPool"));
  }

  /** A route may be moved off the loop at any time, so a few calls are looked at. */
  private static List<String> carriers(Way way) {
    var carriers = new ArrayList<String>();
    try (var client = way.client(where())) {
      for (var i = 0; i < 5; i++) carriers.add(client.get("/where").text());
    }
    return carriers;
  }
}
