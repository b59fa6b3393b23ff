package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.Get;
import dev.covet.api.Mode;
import dev.covet.api.Post;
import dev.covet.api.Provides;
import dev.covet.api.Routes;
import dev.covet.api.Uninterrupted;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.app.StartOptions;
import dev.covet.web.server.Server;
import dev.covet.web.server.ServerSettings;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import ledger.Calls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** D43, the reliability row "client gone": {@code @Uninterrupted} keeps a handler going. */
@Timeout(300)
class UninterruptedTest {
  /** An interruption comes within 50 ms; where none is to come, nobody can wait for it. */
  private static final Duration A_WHILE = Duration.ofMillis(700);

  private static final Duration LONG = Duration.ofSeconds(20);

  /** Where handlers wait, and what becomes of them. */
  @Provides
  static final class Watched {
    private final Semaphore begun = new Semaphore(0);
    private final Semaphore go = new Semaphore(0);
    private final BlockingQueue<String> became = new LinkedBlockingQueue<>();

    String handle() {
      begun.release();
      try {
        go.acquire();
        became.add("done");
      } catch (InterruptedException _) {
        became.add("interrupted");
        Thread.currentThread().interrupt();
      }
      return "done";
    }

    String became() throws InterruptedException {
      return String.valueOf(became.poll(20, TimeUnit.SECONDS));
    }
  }

  @Routes("/letters")
  static final class Letters {
    private final Watched watched;

    Letters(Watched watched) {
      this.watched = watched;
    }

    @Get("/kept")
    @Uninterrupted
    String read() {
      return watched.handle();
    }

    @Post("/kept")
    @Uninterrupted
    String send() {
      return watched.handle();
    }

    @Get("/left")
    String readLeft() {
      return watched.handle();
    }

    @Post("/left")
    String sendLeft() {
      return watched.handle();
    }
  }

  @Routes("/all")
  @Uninterrupted
  static final class All {
    private final Watched watched;

    All(Watched watched) {
      this.watched = watched;
    }

    @Get
    String read() {
      return watched.handle();
    }
  }

  private final Watched watched = new Watched();

  /**
   * What becomes of a handler at work whose client leaves.
   *
   * @param longest how long an interruption is waited for
   */
  private String leftBehind(App app, String method, String path, boolean resets, Duration longest)
      throws Exception {
    try (var running = app.override(Watched.class, watched).start(StartOptions.of(Mode.TEST));
        var server = Server.start(running, ServerSettings.of("127.0.0.1", 0), running.loops())) {
      try (var client = new Calls(server.port()).begin(method, path, "")) {
        watched.begun.acquire();
        LockSupport.parkNanos(
            1_500_000_000L); // an end that comes later than its request comes alone
        if (resets) Calls.reset(client);
        else client.shutdownOutput();
        var became = watched.became.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
        watched.go.release();
        return became == null ? watched.became() : became;
      }
    }
  }

  private static App letters() {
    return Covet.app().add(Letters.class).add(All.class);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /letters/kept, true",
    "POST, /letters/kept, true",
    "GET, /letters/kept, false",
    "GET, /all, true"
  })
  void aHandlerThatSaysSoRunsToItsEnd(String method, String path, boolean resets) throws Exception {
    assertThat(leftBehind(letters(), method, path, resets, A_WHILE)).isEqualTo("done");
  }

  @ParameterizedTest
  @CsvSource({"GET, true", "POST, true", "GET, false"})
  void anyOtherIsInterrupted(String method, boolean resets) throws Exception {
    assertThat(leftBehind(letters(), method, "/letters/left", resets, LONG))
        .isEqualTo("interrupted");
  }

  @Test
  void soDoesOneInAMountedApp() throws Exception {
    var outer = Covet.app().mount("/inner", letters().override(Watched.class, watched));

    assertThat(leftBehind(outer, "GET", "/inner/letters/kept", true, A_WHILE)).isEqualTo("done");
  }

  /** V0. */
  @ParameterizedTest
  @ValueSource(strings = {"/letters/kept", "/letters/left"})
  void theTimeOfAHandlerHoldsForItToo(String path) throws Exception {
    var app = letters().override(Watched.class, watched).set("HANDLER_SECONDS_MAX", "0.3");
    try (var client = Way.HTTP1_LOOP.client(app)) {
      var answer = client.get(path);

      assertThat(answer.status()).isEqualTo(504);
      assertThat(answer.text()).contains("HANDLER_SECONDS_MAX");
      assertThat(watched.became()).isEqualTo("interrupted");
      assertThat(client.metrics().value("limit_hits_total", "limit", "HANDLER_SECONDS_MAX"))
          .isEqualTo(1);
    }
  }
}
