package dev.covet.base.inject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Mode;
import dev.covet.base.config.Config;
import dev.covet.base.config.StartFaults;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A provider that calls {@code System.exit} never comes back, and another thread closes. */
@Timeout(10)
class StartClosedElsewhereTest {
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  private record First(List<String> log) implements AutoCloseable {
    @Override
    public void close() {
      log.add("closed first");
    }
  }

  private record Leaving() {}

  private Container container() {
    var faults = new StartFaults();
    var container =
        Container.of(Config.of(Mode.TEST, faults), faults)
            .provide(Provider.app(First.class, _ -> (_, _) -> new First(log)))
            .provide(Provider.app(Leaving.class, _ -> (_, _) -> leave()))
            .build();
    container.wiring("Heroes.create").slot(Key.of(First.class));
    container.wiring("Heroes.create").slot(Key.of(Leaving.class));
    return container;
  }

  private Leaving leave() {
    reached.countDown();
    try {
      released.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    throw new IllegalStateException("ended");
  }

  @Test
  void whatWasMadeIsClosedWhileAProviderDoesNotComeBack() throws Exception {
    var container = container();
    var starting = Thread.ofVirtual().start(() -> failToStart(container));
    reached.await();

    container.close();
    assertThat(log).containsExactly("closed first");

    released.countDown();
    starting.join();
    container.close();
    assertThat(log).containsExactly("closed first", "start failed");
  }

  private void failToStart(Container container) {
    assertThatThrownBy(container::start).hasMessageContaining("Leaving cannot be created: ended");
    log.add("start failed");
  }
}
