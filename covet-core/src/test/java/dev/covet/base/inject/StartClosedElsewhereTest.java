package dev.covet.base.inject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Lifetime;
import dev.covet.api.Mode;
import dev.covet.base.config.Config;
import dev.covet.base.config.StartFaults;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A provider that calls {@code System.exit} never comes back, and another thread closes. */
@Timeout(300)
class StartClosedElsewhereTest {
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  private record Service(String name, List<String> log) implements AutoCloseable {
    @Override
    public void close() {
      log.add("closed " + name);
    }
  }

  private Container container(Supplier<Service> second) {
    var faults = new StartFaults();
    var container =
        Container.of(Config.of(Mode.TEST, faults), faults)
            .provide(provider("first", () -> new Service("first", log)))
            .provide(provider("second", second))
            .build();
    container.wiring("Heroes.create").slot(Key.of("first"));
    container.wiring("Heroes.create").slot(Key.of("second"));
    return container;
  }

  private static Provider<Service> provider(String name, Supplier<Service> made) {
    return Provider.of(Key.of(name), Lifetime.APP, _ -> (_, _) -> made.get());
  }

  private void await() {
    reached.countDown();
    try {
      released.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whatWasMadeIsClosedWhileAProviderDoesNotComeBack() throws Exception {
    var container =
        container(() -> {
          await();
          throw new IllegalStateException("ended");
        });
    var starting = Thread.ofVirtual().start(() -> failToStart(container, "ended"));
    reached.await();

    container.close();
    assertThat(log).containsExactly("closed first");

    released.countDown();
    starting.join();
    container.close();
    assertThat(log).containsExactly("closed first", "start failed");
  }

  @Test
  void whatAProviderMakesAfterTheClosingIsClosedAtOnceAndTheStartFails() throws Exception {
    var container =
        container(() -> {
          await();
          return new Service("late", log);
        });
    var starting = Thread.ofVirtual().start(() -> failToStart(container, "the scope is closed"));
    reached.await();
    container.close();
    released.countDown();
    starting.join();

    assertThat(log).containsExactly("closed first", "closed late", "start failed");
  }

  @Test
  void aContainerThatWasClosedBeforeItsStartMakesNothing() {
    var container = container(() -> new Service("second", log));
    container.close();

    assertThatThrownBy(container::start)
        .hasMessageContaining("first cannot be created: the scope is closed");
    assertThat(log).isEmpty();
  }

  @Test
  void whatIsToBeClosedWithAClosedContainerIsClosedAtOnce() {
    var container = container(() -> new Service("second", log));
    container.start();
    container.close();
    log.clear();

    assertThatThrownBy(() -> container.app().onClose(() -> log.add("closed late")))
        .hasMessage("the scope is closed");
    assertThat(log).containsExactly("closed late");
  }

  private void failToStart(Container container, String why) {
    assertThatThrownBy(container::start).hasMessageContaining("second cannot be created: " + why);
    log.add("start failed");
  }
}
