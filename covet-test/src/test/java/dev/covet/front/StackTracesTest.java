package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.Conflict;
import dev.covet.app.Covet;
import dev.covet.test.TestClient;
import every.Keys;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** S1.debug.trace: what a handler throws has a plain trace of calls, generated ones among them. */
class StackTracesTest {
  @Test
  void theHandlerStandsFirstAndOneGeneratedMethodCallsIt() {
    var thrown = new AtomicReference<Throwable>();
    var app =
        Covet.app()
            .set("API_KEY", "hunter22")
            .onError(
                IllegalStateException.class,
                Conflict.class,
                lost -> {
                  thrown.set(lost);
                  return new Conflict("lost");
                })
            .add(Keys.class);
    try (var client = TestClient.of(app)) {
      assertThat(client.get("/keys/lost").status()).isEqualTo(409);
    }

    var frames = Stream.of(thrown.get().getStackTrace()).map(Object::toString).toList();
    assertThat(frames.getFirst()).contains("every.Keys.lose(Keys.java:");
    assertThat(generated(frames)).hasSizeLessThanOrEqualTo(2);
    assertThat(frames).hasSizeLessThan(40).noneMatch(each -> each.contains("java.lang.reflect"));
  }

  private static List<String> generated(List<String> frames) {
    return frames.stream().filter(each -> each.contains("KeysRoutes")).toList();
  }
}
