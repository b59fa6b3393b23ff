package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * S2.net.uring: native libraries that cannot be unpacked, as where no folder lets them, keep no
 * server from its work; the start line says why. Without these libraries it says that.
 */
final class BrokenLibraryTest {
  private static final List<String> OPTIONS =
      List.of("-Dio.netty.native.workdir=/proc/none", "--enable-native-access=ALL-UNNAMED");

  @Test
  void aServerRunsOnWhatIsThere() throws Exception {
    try (var program = ChildJvm.start(OPTIONS, MeasuredServer.class)) {
      assertThat(program.after("sockets ")).startsWith("nio (").endsWith(")");
      try (var client = new RawClient(Integer.parseInt(program.after("port ")))) {
        assertThat(client.get("/").answer().body()).isEqualTo("GET / 0");
      }
    }
  }
}
