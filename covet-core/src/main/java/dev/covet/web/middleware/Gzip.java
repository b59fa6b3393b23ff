package dev.covet.web.middleware;

import dev.covet.web.message.AcceptEncoding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The content coding gzip (RFC 9110, 8.4.1.3). */
public final class Gzip {
  /** With which {@link Compress} sends bodies. */
  static final ContentCoding CODING =
      new ContentCoding() {
        @Override
        public String name() {
          return "gzip";
        }

        @Override
        public byte[] compressed(byte[] bytes) {
          return Gzip.compressed(bytes);
        }

        @Override
        public OutputStream stream(OutputStream out) throws IOException {
          return new GZIPOutputStream(out, BUFFER_BYTES, true);
        }
      };

  private static final int BUFFER_BYTES = 16_384;

  private Gzip() {}

  /** The bytes in this coding. */
  public static byte[] compressed(byte[] bytes) {
    var out = new ByteArrayOutputStream(bytes.length / 3 + 64);
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** What was put into this coding; of bytes that are to be trusted, since it has no bound. */
  public static byte[] plain(byte[] gzip) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Whether an {@code Accept-Encoding} asks for it (RFC 9110, 12.5.3): by name or by {@code *}, not
   * with weight 0, and no less than for the bytes as they are.
   *
   * @param acceptEncoding the values of all such fields
   */
  public static boolean isAccepted(List<String> acceptEncoding) {
    return AcceptEncoding.of(acceptEncoding).accepts("gzip");
  }
}
