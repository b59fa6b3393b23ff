package dev.covet.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.covet.api.Mode;
import dev.covet.base.config.StartFailure;
import dev.covet.base.loop.Loops;
import dev.covet.base.loop.PoolFull;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** An app owns loops and pools, whether or not it has a server. */
final class LoopsOfAppTest {
  private final List<String> order = new ArrayList<>();
  private final List<Loops> seen = new ArrayList<>();

  private Plugin borrowing(String name) {
    return setup -> {
      assertThatIllegalStateException().isThrownBy(setup::loops);
      setup.onStart(() -> uses(name + " starts", setup.loops()));
      setup.onStop(() -> uses(name + " stops", setup.loops()));
    };
  }

  private void uses(String when, Loops loops) throws Exception {
    seen.add(loops);
    loops.loops().getFirst().events().submit(() -> order.add(when)).get(30, TimeUnit.SECONDS);
    loops.blocking().call(() -> order.add(when));
  }

  @Test
  void loopsAndPoolsAreThereBeforeTheFirstStartHookAndEndAfterTheLastStopHook() {
    Loops loops;
    try (var app = Covet.app().install(borrowing("plugin")).start(StartOptions.of(Mode.TEST))) {
      loops = app.loops();
    }
    assertThat(order)
        .containsExactly("plugin starts", "plugin starts", "plugin stops", "plugin stops");
    assertThat(seen).containsOnly(loops);
    assertEnded(loops);
  }

  @Test
  void aMountedAppBorrowsThoseOfTheOuterOne() {
    var inner = Covet.app().install(borrowing("inner"));
    var outer = Covet.app().install(borrowing("outer")).mount("/inner", inner);
    try (var app = outer.start(StartOptions.of(Mode.TEST))) {
      assertThat(seen).hasSize(2).containsOnly(app.loops());
    }
    assertThat(order).hasSize(8);
    assertThat(seen).containsOnly(seen.getFirst());
    assertEnded(seen.getFirst());
  }

  @Test
  void aStartThatFailsEndsThem() {
    Plugin failing =
        setup ->
            setup.onStart(() -> {
              throw new IllegalStateException("no such thing");
            });
    var app = Covet.app().install(borrowing("plugin"), failing);
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> app.start(StartOptions.of(Mode.TEST)));
    assertThat(seen).isNotEmpty();
    assertEnded(seen.getFirst());
  }

  @Test
  void aPoolThatWasAskedForEndsWithThem() throws Exception {
    var app = Covet.app().start(StartOptions.of(Mode.TEST));
    var pool = app.loops().pool("test", 1, 1);
    assertThat(pool.call(() -> "ran")).isEqualTo("ran");
    app.close();
    assertThatExceptionOfType(PoolFull.class).isThrownBy(() -> pool.execute(() -> {}));
  }

  private static void assertEnded(Loops loops) {
    assertThatExceptionOfType(PoolFull.class).isThrownBy(() -> loops.blocking().execute(() -> {}));
    assertThatExceptionOfType(RejectedExecutionException.class)
        .isThrownBy(() -> loops.loops().getFirst().execute(() -> {}));
  }
}
