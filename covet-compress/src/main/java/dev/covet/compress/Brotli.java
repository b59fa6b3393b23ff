package dev.covet.compress;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.BrotliOutputStream;
import com.aayushatharva.brotli4j.encoder.Encoder;
import dev.covet.web.middleware.ContentCoding;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** The content coding {@code br} (RFC 7932), by Google's library in native code. Thread-safe. */
public final class Brotli implements ContentCoding {
  /** Takes as long as gzip does, and makes less of texts. */
  private static final int QUALITY = 4;

  /** 256 KiB, the base 2 logarithm: with its tables an open stream keeps 1.4 MB. */
  private static final int WINDOW_LOG = 18;

  @Override
  public String name() {
    return "br";
  }

  @Override
  public void load() {
    if (Brotli4jLoader.isAvailable()) return;
    throw new IllegalStateException(
        "the native library of Brotli does not load", Brotli4jLoader.getUnavailabilityCause());
  }

  @Override
  public byte[] compressed(byte[] bytes) {
    try {
      return Encoder.compress(bytes, Encoder.Parameters.create(QUALITY));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public OutputStream stream(OutputStream out) throws IOException {
    return new BrotliOutputStream(out, Encoder.Parameters.create(QUALITY, WINDOW_LOG));
  }
}
