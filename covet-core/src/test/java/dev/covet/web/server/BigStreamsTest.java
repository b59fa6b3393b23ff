package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * P8: bodies far larger than the memory pass through handlers in both directions, and nobody else
 * stalls. {@code ./covet soak stream} sends more of them.
 */
@Isolated("it measures how long answers take")
final class BigStreamsTest {
  private static final Logger LOG = LoggerFactory.getLogger(BigStreamsTest.class);
  private static final String MEGABYTES = System.getProperty("covet.stream.megabytes", "100");

  @ParameterizedTest
  @ValueSource(strings = {"LOOP", "JDK"})
  void bigBodiesPassThroughLittleMemory(String threads) throws Exception {
    var options = List.of("-Xmx64m", "--add-opens", "java.base/java.lang=ALL-UNNAMED");
    try (var program = ChildJvm.start(options, BigStreams.class, MEGABYTES, threads)) {
      for (var line = program.line(); line != null; line = program.line()) {
        LOG.info("{}: {}", threads, line);
      }
      assertThat(program.status()).isZero();
    }
  }
}
