package dev.covet.base.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.observe.Metrics;
import java.io.FileNotFoundException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S2.net.uring: the best transport that there is, and why it is no better one. */
final class ChosenTransportTest {
  /** What {@code ./covet test --native} asks for; without {@code covet-native} there is one. */
  private static final String WISHED = System.getProperty("covet.transport", "nio");

  /** One that the machine has, or not. */
  private record Known(String name, @Nullable Throwable missing) implements NativeSockets {
    @Override
    public Transport transport() {
      var nio = Transport.nio();
      return new Transport(
          name,
          nio.ioHandlers(),
          nio.serverChannel(),
          nio.unixChannel(),
          nio.unixAddress(),
          nio.reusePort(),
          nio.keepAlive(),
          nio.fileCopies());
    }
  }

  /** A library that a class path has a part of. */
  private record Broken(String name) implements NativeSockets {
    @Override
    public Throwable missing() {
      throw new ExceptionInInitializerError(new IllegalStateException("/tmp is mounted noexec"));
    }

    @Override
    public Transport transport() {
      throw new IllegalStateException();
    }
  }

  private static String described(TransportMode mode, NativeSockets... brought) {
    return ChosenTransport.of(mode, List.of(brought)).described();
  }

  /** Else these tests would be of another one than they seem to be. */
  @Test
  void theTransportThatIsToBeTestedIsThere() {
    var mode = TransportMode.valueOf(WISHED.toUpperCase(Locale.ROOT));
    assertThat(ChosenTransport.of(mode).described()).isEqualTo(WISHED);
    assertThat(Transport.choose(TransportMode.AUTO).name()).isEqualTo(WISHED);
  }

  @Test
  void theFirstThatTheMachineHasRuns() {
    var both = List.of(new Known("io_uring", null), new Known("epoll", null));
    assertThat(ChosenTransport.of(TransportMode.AUTO, both).described()).isEqualTo("io_uring");
    assertThat(ChosenTransport.of(TransportMode.EPOLL, both).described()).isEqualTo("epoll");
  }

  @Test
  void whatKeepsItFromTheBestIsSaid() {
    var old = new UnsatisfiedLinkError("the kernel is too old\nat all");
    var failed = new IllegalStateException("wrapped", old);
    assertThat(
            described(TransportMode.AUTO, new Known("io_uring", failed), new Known("epoll", null)))
        .isEqualTo("epoll (io_uring: the kernel is too old)");
  }

  /** S2.net.uring: one that is there when it is looked for, and then not for all loops. */
  private record Scarce(AtomicInteger left) implements NativeSockets {
    @Override
    public String name() {
      return "io_uring";
    }

    @Override
    public @Nullable Throwable missing() {
      return null;
    }

    @Override
    public Transport transport() {
      var nio = Transport.nio();
      return new Transport(
          name(),
          executor -> {
            if (left.getAndDecrement() > 0) return nio.ioHandlers().newHandler(executor);
            throw new IllegalStateException("failed to allocate memory for io_uring ring");
          },
          nio.serverChannel(),
          nio.unixChannel(),
          nio.unixAddress(),
          nio.reusePort(),
          nio.keepAlive(),
          nio.fileCopies());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void whereThereIsNotEnoughForAllLoopsTheNextOneRuns(int rings) throws Exception {
    var line = List.of(new Scarce(new AtomicInteger(rings)), new Known("epoll", null));
    var chosen = ChosenTransport.of(TransportMode.AUTO, line);
    assertThat(chosen.described()).isEqualTo("io_uring");
    var metrics = new Metrics();
    var pools = new Pools(PoolLimits.DEFAULT, metrics);
    try (var loops = new Loops(ThreadMode.JDK, chosen, 2, pools, metrics, null)) {
      assertThat(loops.sockets())
          .isEqualTo("epoll (io_uring: failed to allocate memory for io_uring ring)");
      for (var loop : loops.loops()) {
        loop.events().submit(() -> {}).get(30, TimeUnit.SECONDS);
      }
      assertThat(loops.loops()).hasSize(2);
    }
  }

  @Test
  void aLibraryThatCannotBeLoadedKeepsNoAppFromStarting() {
    assertThat(described(TransportMode.AUTO, new Broken("io_uring"), new Broken("epoll")))
        .isEqualTo("nio (io_uring: /tmp is mounted noexec; epoll: /tmp is mounted noexec)");
  }

  @Test
  void aLibraryThatWasLeftOutIsNamed() {
    var left = new UnsatisfiedLinkError("no library");
    left.initCause(new FileNotFoundException("META-INF/native/libring.so"));
    assertThat(described(TransportMode.AUTO, new Known("io_uring", left)))
        .isEqualTo("nio (io_uring: no META-INF/native/libring.so in the class path)");
  }

  @Test
  void withoutTheLibrariesItSaysWhatBringsThem() {
    assertThat(described(TransportMode.AUTO))
        .isEqualTo("nio (covet-native is not in the class path)");
  }

  @Test
  void whoAsksForNioIsToldNothing() {
    assertThat(ChosenTransport.of(TransportMode.NIO).described()).isEqualTo("nio");
  }
}
