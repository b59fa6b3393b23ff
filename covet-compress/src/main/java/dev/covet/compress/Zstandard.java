package dev.covet.compress;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import com.github.luben.zstd.util.Native;
import dev.covet.web.middleware.ContentCoding;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The content coding {@code zstd} (RFC 8878), by Facebook's library in native code. Its windows are
 * smaller than the 8 MB that every client takes (RFC 9659). Thread-safe.
 */
public final class Zstandard implements ContentCoding {
  /** The library's own choice. */
  private static final int LEVEL = 3;

  /** 256 KiB, the base 2 logarithm: with its tables an open stream keeps 1.3 MB. */
  private static final int WINDOW_LOG = 18;

  @Override
  public String name() {
    return "zstd";
  }

  @Override
  public void load() {
    try {
      Native.load();
    } catch (LinkageError e) {
      throw new IllegalStateException("the native library of Zstandard does not load", e);
    }
  }

  @Override
  public byte[] compressed(byte[] bytes) {
    return Zstd.compress(bytes, LEVEL);
  }

  @Override
  public OutputStream stream(OutputStream out) throws IOException {
    return new ZstdOutputStreamNoFinalizer(out, LEVEL).setWindowLog(WINDOW_LOG);
  }
}
