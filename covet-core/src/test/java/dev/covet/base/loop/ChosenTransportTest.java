package dev.covet.base.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** S2.net.uring: the best transport that there is, and why it is no better one. */
final class ChosenTransportTest {
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
          nio.fileEndMax());
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

  @Test
  void aLibraryThatCannotBeLoadedKeepsNoAppFromStarting() {
    assertThat(described(TransportMode.AUTO, new Broken("io_uring"), new Broken("epoll")))
        .isEqualTo("nio (io_uring: /tmp is mounted noexec; epoll: /tmp is mounted noexec)");
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
