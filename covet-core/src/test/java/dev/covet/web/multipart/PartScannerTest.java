package dev.covet.web.multipart;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.BadRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** B3: parts are found wherever their bytes are cut on their way. */
class PartScannerTest {
  /** Gives a few bytes at a time. */
  private static final class Trickle extends InputStream {
    private final InputStream in;
    private final Random random;
    private final int most;

    Trickle(byte[] bytes, Random random, int most) {
      this.in = new ByteArrayInputStream(bytes);
      this.random = random;
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      return in.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      return in.read(into, offset, Math.min(length, 1 + random.nextInt(most)));
    }
  }

  private static List<String> parts(InputStream in, String boundary) throws IOException {
    var scanner = new PartScanner(in, boundary, Long.MAX_VALUE);
    var parts = new ArrayList<String>();
    for (var more = scanner.next(); more; ) {
      var part = new ByteArrayOutputStream();
      part.writeBytes(scanner.header(1_000));
      more = scanner.content(part::write);
      parts.add(part.toString(ISO_8859_1));
    }
    return parts;
  }

  private static List<String> parts(String body, String boundary) throws IOException {
    return parts(new ByteArrayInputStream(body.getBytes(ISO_8859_1)), boundary);
  }

  /** Contents of what boundaries are made of, so that nearly every place looks like one. */
  private static String content(Random random) {
    var content = new StringBuilder();
    var pieces = List.of("\r", "\n", "\r\n", "--", "-", "b", "bb", "\r\n--", "\r\n--b", "x", " ");
    var count = random.nextInt(random.nextInt(50) == 0 ? 20_000 : 30);
    for (var i = 0; i < count; i++) content.append(pieces.get(random.nextInt(pieces.size())));
    return content.toString();
  }

  @RepeatedTest(300)
  void whatIsWrittenIsReadHoweverItIsCut(RepetitionInfo turn) throws IOException {
    var random = new Random(turn.getCurrentRepetition());
    var boundary = "bb" + "c".repeat(random.nextInt(69));
    var body = new StringBuilder(random.nextBoolean() ? "" : "preamble\r\n");
    var expected = new ArrayList<String>();
    for (var i = random.nextInt(5); i >= 0; i--) {
      var content = content(random);
      if (("\r\n" + content + "\r\n").contains("\r\n--" + boundary)) continue;
      var header = random.nextBoolean() ? "A: b\r\n\r\n" : "\r\n";
      expected.add(header + content);
      body.append("--").append(boundary).append("\r\n").append(header).append(content);
      body.append("\r\n");
    }
    body.append("--").append(boundary).append("--").append(random.nextBoolean() ? "" : "\r\nend");

    var bytes = body.toString().getBytes(ISO_8859_1);
    var most = random.nextBoolean() ? 3 : 20_000;
    assertThat(parts(new Trickle(bytes, random, most), boundary)).isEqualTo(expected);
  }

  /** RFC 2046, 5.1.1: a boundary that is only the beginning of a line's is none. */
  @Test
  void aLongerBoundaryIsThatOfAnotherForm() throws IOException {
    assertThat(parts("--b\r\n\r\n--bc\r\nx\r\n--b -\r\n--b--", "b"))
        .containsExactly("\r\n--bc\r\nx\r\n--b -");
  }

  @Test
  void aPartMayEndWithItsHeader() throws IOException {
    assertThat(parts("--b\r\nA: b\r\n\r\n--b\r\nC: d\r\n\r\n\r\n--b--", "b"))
        .containsExactly("A: b\r\n\r\n", "C: d\r\n\r\n");
  }

  @Test
  void aFormWithoutPartsIsOne() throws IOException {
    assertThat(parts("--b--\r\n", "b")).isEmpty();
  }

  @Test
  void whatHasNoEndIsRefused() {
    for (var body : List.of("", "--b", "--b\r", "--b\r\n", "--b\r\nA: b\r\n\r\nx\r\n--b-")) {
      assertThatThrownBy(() -> parts(body, "b")).isInstanceOf(BadRequest.class);
    }
  }

  @Test
  void aBodyIsNotReadBeyondItsLimit() {
    var in = new ByteArrayInputStream(new byte[100_000]);
    var scanner = new PartScanner(in, "b", 50_000);
    assertThatThrownBy(scanner::next).isInstanceOf(FormRefused.class);
    assertThat(in.available()).isGreaterThan(30_000);
  }
}
