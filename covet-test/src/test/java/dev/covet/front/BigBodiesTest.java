package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.front.Freight.ByCurl;
import dev.covet.front.Freight.ByJdk;
import haul.Cargo;
import haul.Haul;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * P8, B3, S2.parse.body: bodies far larger than the memory of a process go through it, up, down and
 * as files of forms to the disk, over HTTP/1.1 and HTTP/2, encrypted and not. What it has in use
 * stays the same, and nobody else waits. {@code ./covet soak upload} has bodies of 1 GB.
 */
@Order(1)
@Timeout(1_800)
@Execution(ExecutionMode.SAME_THREAD) // each has the machine's memory and disk to itself
final class BigBodiesTest {
  private static final Logger LOG = LoggerFactory.getLogger(BigBodiesTest.class);
  private static final int MEGABYTE = 1 << 20;
  private static final long MEGABYTES = Long.getLong("covet.big.megabytes", 80);
  private static final long BYTES = MEGABYTES * MEGABYTE;

  /** Over HTTP/2 without TLS, by {@code curl}, which not every machine has, and TLS alone. */
  private static final boolean ALL = Boolean.getBoolean("covet.big.all");

  /** What lives after a collection: the program and bounded buffers, whatever the bodies' sizes. */
  private static final long HEAP_BYTES_MAX = 32L * MEGABYTE;

  /** A few arenas of Netty's. */
  private static final long DIRECT_BYTES_MAX = 24L * MEGABYTE;

  /** All of the heap and of direct memory, and 200 MB of a JVM with its code. */
  private static final long RESIDENT_BYTES_MAX = 288L * MEGABYTE;

  /** Whoever else asks may wait for a busy machine, but for no body to end. */
  private static final double P99_MILLIS_MAX = 1_000;

  @TempDir Path folder;

  /** How bodies are carried. */
  enum By {
    HTTP1,
    HTTP2,
    HTTP1_TLS,
    HTTP2_TLS;

    Map<String, String> settings() {
      return name().endsWith("_TLS")
          ? Map.of("TLS", "self-signed", "TLS_HANDSHAKE_SECONDS_MAX", "60")
          : Map.of();
    }

    Freight to(OwnProcess process, Path folder) {
      return switch (this) {
        case HTTP1, HTTP1_TLS -> ByJdk.to(process.address(), Version.HTTP_1_1);
        case HTTP2_TLS -> ByJdk.to(process.address(), Version.HTTP_2);
        case HTTP2 -> new ByCurl(process.address(), folder);
      };
    }
  }

  static Stream<By> carriers() {
    return ALL ? Stream.of(By.values()) : Stream.of(By.HTTP1, By.HTTP2_TLS);
  }

  /** Something that takes long. */
  @FunctionalInterface
  private interface Step {
    String run() throws Exception;
  }

  @ParameterizedTest
  @MethodSource("carriers")
  void theyGoThroughLittleMemory(By by) throws Exception {
    var app = Files.createDirectory(folder.resolve("app"));
    try (var process = new OwnProcess(Haul.class, app, by.settings())) {
      var freight = by.to(process, folder);
      step(by, process, "up", () -> freight.up(BYTES));
      step(by, process, "a file in a form", () -> freight.form(BYTES));
      assertThat(Files.size(app.resolve("kept"))).isEqualTo(BYTES);
      step(by, process, "down, a file", () -> "" + Cargo.check(freight.down("/file")));
      step(by, process, "down, written", () -> checked(freight.down("/written?" + BYTES)));
      step(by, process, "down, values", () -> counted(freight.down("/values?bytes=" + BYTES)));
    }
  }

  private static String checked(InputStream in) throws Exception {
    return "" + Cargo.check(in);
  }

  /** An array has two brackets, and one comma less than values. */
  private static String counted(InputStream in) throws Exception {
    try (in) {
      return "" + (in.transferTo(OutputStream.nullOutputStream()) - 1);
    }
  }

  private static void step(By by, OwnProcess process, String name, Step step) throws Exception {
    var begin = System.nanoTime();
    try (var bystander = new Bystander(process)) {
      assertThat(step.run()).isEqualTo("" + BYTES);
      var seen = bystander.stop();
      var seconds = (System.nanoTime() - begin) / 1e9;
      LOG.info(
          "{}, {}: {} MB in {} s: {}", by, name, MEGABYTES, "%.1f".formatted(seconds), seen.text());
      assertThat(seen.heapMax()).isLessThan(HEAP_BYTES_MAX);
      assertThat(seen.directMax()).isLessThan(DIRECT_BYTES_MAX);
      assertThat(seen.residentMax()).isLessThan(RESIDENT_BYTES_MAX);
      assertThat(seen.millis(99)).isLessThan(P99_MILLIS_MAX);
    }
  }
}
