package dev.covet.web.message;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/** W2: what a client may make of a message (RFC 7692, 7.2). */
class PerMessageDeflateTest {
  /** Deflated so that its last block says so. */
  private static byte[] ended(String text) {
    var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(text.getBytes(US_ASCII));
    deflater.finish();
    var block = new byte[1_000];
    var length = deflater.deflate(block);
    deflater.end();
    return Arrays.copyOf(block, length);
  }

  private static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (var part : parts) all.writeBytes(part);
    return all.toByteArray();
  }

  private static String inflated(byte[] bytes) throws DataFormatException {
    var inflated = PerMessageDeflate.inflate(bytes, 100);
    return inflated == null ? "too long" : new String(inflated, US_ASCII);
  }

  /** 7.2.3.4. */
  @Test
  void othersMayFollowALastBlock() throws DataFormatException {
    assertThat(inflated(ended("hello"))).isEqualTo("hello");
    assertThat(inflated(joined(ended("hello"), ended("world")))).isEqualTo("helloworld");
    var open = PerMessageDeflate.deflate("world".getBytes(US_ASCII));
    assertThat(inflated(joined(ended("hello"), open))).isEqualTo("helloworld");
    assertThat(inflated(joined(ended("a".repeat(60)), ended("a".repeat(60)))))
        .isEqualTo("too long");
  }

  @Test
  void whatFollowsMustBeDeflatedToo() {
    var garbage = new byte[50];
    Arrays.fill(garbage, (byte) 0xff);
    assertThatExceptionOfType(DataFormatException.class)
        .isThrownBy(() -> inflated(joined(ended("hello"), garbage)));
  }
}
