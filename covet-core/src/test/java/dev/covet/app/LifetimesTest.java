package dev.covet.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.Mode;
import dev.covet.base.config.Config;
import dev.covet.base.config.StartFailure;
import dev.covet.base.config.StartFaults;
import dev.covet.base.inject.Container;
import dev.covet.base.inject.Scope;
import dev.covet.base.observe.Metrics;
import dev.covet.gen.Hook;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stop that comes while a start hook is at work. */
@Timeout(20)
class LifetimesTest {
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch letGo = new CountDownLatch(1);
  private final Thread opener = Thread.ofPlatform().daemon().unstarted(this::open);
  private Lifetimes lifetimes;

  @BeforeEach
  void beginToOpen() throws InterruptedException {
    var faults = new StartFaults();
    var config = Config.of(Mode.TEST, faults);
    var setup = new Setup(config, faults, List.of(), new AppLoops(config, new Metrics()));
    setup.onStop(() -> said.add("plugin closed"));
    lifetimes =
        new Lifetimes(config, setup, Container.of(config, faults).build())
            .with(
                List.of(
                    new Hook("first", this::waiting),
                    new Hook("second", _ -> said.add("second hook"))),
                List.of(new Hook("last", _ -> said.add("stop hook"))));
    opener.start();
    begun.await();
  }

  private void open() {
    try {
      lifetimes.open();
    } catch (StartFailure failure) {
      said.add("" + failure.getMessage());
    }
  }

  private void waiting(Scope scope) throws InterruptedException {
    scope.onClose(() -> said.add("scope closed"));
    begun.countDown();
    letGo.await();
  }

  @Test
  void whatTheHookOpenedIsClosedWhereTheHookItselfWaitsForTheStop() throws InterruptedException {
    lifetimes.close(opener);

    assertThat(said).containsExactly("scope closed", "plugin closed");
    letGo.countDown();
    opener.join();
    assertThat(said).last().isEqualTo("The app cannot start: The process is ending.");
  }

  @Test
  void elseTheHookIsInterruptedAndEndsBeforeAnythingIsClosed() throws InterruptedException {
    lifetimes.close();
    opener.join();

    assertThat(said)
        .containsExactlyInAnyOrder(
            "scope closed", "plugin closed", "The app cannot start: The process is ending.")
        .startsWith("scope closed");
  }
}
