package dev.covet.web.message;

import dev.covet.api.BadRequest;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A body that came by gzip (RFC 9110, 8.4.1.3), as it was before. Limits are those of the bytes
 * that are read; what comes compressed may be no longer, either. Not thread-safe.
 */
public final class InflatedBody implements RequestBody {
  /** As many bytes may be read before it counts of how few they were made. */
  private static final int FREE_BYTES = 65_536;

  private final RequestBody gzip;
  private final int ratioMax;

  /**
   * What a body was before.
   *
   * @param ratioMax how many times as long it may be, from 64 KiB on
   */
  public InflatedBody(RequestBody gzip, int ratioMax) {
    this.gzip = gzip;
    this.ratioMax = ratioMax;
  }

  @Override
  public long length() {
    return gzip.length() == 0 ? 0 : -1;
  }

  /**
   * {@inheritDoc}
   *
   * <p>A read throws {@link BadRequest} where the bytes are no gzip, and {@link InflatesTooMuch}.
   */
  @Override
  public InputStream stream(long bytesMax) {
    return new Inflating(gzip.stream(bytesMax), bytesMax);
  }

  @Override
  public byte[] collect(int bytesMax) {
    var packed = gzip.collect(bytesMax);
    if (packed.length == 0) return packed;
    try (var in = new Inflating(new ByteArrayInputStream(packed), bytesMax)) {
      var all = in.readAllBytes();
      keep(all.length);
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nothing is read from elsewhere
    }
  }

  @Override
  public void keep(int bytes) {
    gzip.keep(bytes);
  }

  @Override
  public void release(int bytes) {
    gzip.release(bytes);
  }

  /** Counts what goes in and what comes out. */
  private final class Inflating extends InputStream {
    private final Counted packed;
    private final long bytesMax;
    private @Nullable InputStream plain;
    private long count;

    Inflating(InputStream packed, long bytesMax) {
      this.packed = new Counted(packed);
      this.bytesMax = bytesMax;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      var read = inflate(into, offset, length);
      if (read < 0) return read;
      count += read;
      if (count > bytesMax) throw new BodyTooLarge(bytesMax);
      if (count > FREE_BYTES && count > packed.count * ratioMax) throw new InflatesTooMuch();
      return read;
    }

    private int inflate(byte[] into, int offset, int length) throws IOException {
      try {
        if (plain == null) plain = new GZIPInputStream(packed);
        return plain.read(into, offset, length);
      } catch (ZipException | EOFException | StackOverflowError _) {
        // the JDK calls itself for each of many parts without content
        throw new BadRequest("The body is not valid gzip");
      }
    }

    @Override
    public void close() throws IOException {
      if (plain != null) plain.close();
    }
  }

  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      var next = in.read();
      if (next >= 0) count++;
      return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      var read = in.read(into, offset, length);
      if (read > 0) count += read;
      return read;
    }
  }
}
