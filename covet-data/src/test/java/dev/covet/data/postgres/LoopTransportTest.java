package dev.covet.data.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.loop.Loops;
import dev.covet.base.loop.ThreadMode;
import dev.covet.base.observe.Metrics;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** S2.net.uring: connections to PostgreSQL are driven as those of clients are. */
final class LoopTransportTest {
  private static final Map<String, String> SOCKETS =
      Map.of(
          "io_uring", "IoUringSocketChannel",
          "epoll", "EpollSocketChannel",
          "kqueue", "KQueueSocketChannel",
          "nio", "NioSocketChannel");

  @Test
  void aConnectionHasTheTransportOfItsLoop() {
    try (var loops = new Loops(ThreadMode.AUTO, 1, new Metrics())) {
      var transport = loops.transport().name();
      assertThat(transport).isEqualTo(System.getProperty("covet.transport", "nio"));
      var socket = new LoopTransport(loops).channelFactory(false).newChannel();
      assertThat(socket.getClass().getSimpleName()).isEqualTo(SOCKETS.get(transport));
      socket.unsafe().closeForcibly();
    }
  }
}
