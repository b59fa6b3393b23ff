package dev.covet.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.covet.web.middleware.ContentCoding;
import io.airlift.compress.v3.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.brotli.dec.BrotliInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** S2.res.gzip: other people's readers of a coding, in Java alone, read what is written here. */
final class CodingsTest {
  static Stream<ContentCoding> codings() {
    return ServiceLoader.load(ContentCoding.class).stream()
        .map(ServiceLoader.Provider::get)
        .peek(ContentCoding::load);
  }

  private static byte[] decoded(ContentCoding coding, byte[] bytes) throws IOException {
    try (var in = reader(coding.name(), new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    }
  }

  private static InputStream reader(String coding, InputStream in) throws IOException {
    return switch (coding) {
      case "br" -> new BrotliInputStream(in);
      case "zstd" -> new ZstdInputStream(in);
      default -> throw new IllegalArgumentException(coding);
    };
  }

  /** From one byte to 300 KB, from what repeats itself to noise. */
  private static byte[] body(Random random) {
    var bytes = new byte[1 + random.nextInt(1 << random.nextInt(1, 19))];
    var letters = 1 + random.nextInt(256);
    for (var i = 0; i < bytes.length; i++) bytes[i] = (byte) random.nextInt(letters);
    return bytes;
  }

  @ParameterizedTest
  @MethodSource("codings")
  void whatIsCompressedReadsBackTheSame(ContentCoding coding) throws IOException {
    assertThat(decoded(coding, coding.compressed(new byte[0]))).isEmpty();
    var random = new Random(51);
    for (var time = 0; time < 200; time++) {
      var bytes = body(random);
      assertThat(decoded(coding, coding.compressed(bytes))).isEqualTo(bytes);
    }
  }

  @ParameterizedTest
  @MethodSource("codings")
  void aStreamReadsBackTheSameHoweverItWasWritten(ContentCoding coding) throws IOException {
    var random = new Random(51);
    for (var time = 0; time < 200; time++) {
      var bytes = body(random);
      var out = new ByteArrayOutputStream();
      var stream = coding.stream(out);
      for (int from = 0, count; from < bytes.length; from += count) {
        count = Math.min(bytes.length - from, 1 + random.nextInt(20_000));
        stream.write(bytes, from, count);
        if (random.nextBoolean()) stream.flush();
      }
      stream.close();
      stream.close();
      assertThat(decoded(coding, out.toByteArray())).isEqualTo(bytes);
    }
  }

  @ParameterizedTest
  @MethodSource("codings")
  void whatWasCutIsNoWholeBody(ContentCoding coding) {
    var whole =
        coding.compressed("a text that is cut off ".repeat(50).getBytes(StandardCharsets.UTF_8));
    for (var length = 1; length < whole.length; length++) {
      var part = Arrays.copyOf(whole, length);
      assertThatIOException().isThrownBy(() -> decoded(coding, part));
    }
  }

  /**
   * Each stream has 1.3 MB outside of the heap: kept, they would be 2,600 MB; the heap may grow
   * beside them.
   */
  @ParameterizedTest
  @MethodSource("codings")
  void aStreamThatIsBrokenOffLeavesNothing(ContentCoding coding) throws IOException {
    var bytes = body(new Random(7));
    var before = residentMegabytes();
    for (var time = 0; time < 2_000; time++) {
      try (var stream = coding.stream(OutputStream.nullOutputStream())) {
        stream.write(bytes);
        stream.flush();
      }
    }
    assertThat(residentMegabytes() - before).isLessThan(1_500);
  }

  private static long residentMegabytes() throws IOException {
    var status = Path.of("/proc/self/status");
    if (!Files.exists(status)) return 0; // elsewhere than on Linux nobody says
    try (var lines = Files.lines(status)) {
      var resident = lines.filter(line -> line.startsWith("VmRSS:")).findFirst().orElseThrow();
      return Long.parseLong(resident.replaceAll("\\D", "")) / 1024;
    }
  }
}
