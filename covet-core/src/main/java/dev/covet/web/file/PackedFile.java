package dev.covet.web.file;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/**
 * A file in a jar of the class path. Its time says when it was packed, or nothing; the sum that the
 * jar holds of its bytes tells it from others.
 */
record PackedFile(URI place, long length, long sum) implements Asset {
  /**
   * The file at a place.
   *
   * @throws NoSuchFileException if it is a folder, or in no jar
   */
  static PackedFile at(URL place) throws IOException {
    var entry = place.openConnection() instanceof JarURLConnection jar ? jar.getJarEntry() : null;
    if (entry == null || entry.isDirectory()) throw new NoSuchFileException(place.toString());
    try {
      return new PackedFile(place.toURI(), entry.getSize(), entry.getCrc());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  @Override
  public Validators validators() {
    return new Validators(Validators.tag(false, sum, length), null);
  }

  @Override
  public OpenFile open() {
    return new Unpacked(place);
  }

  /** Reads on from where it is; from the start for what lies before. */
  private static final class Unpacked implements OpenFile {
    private final URI place;
    private @Nullable InputStream in;
    private long at;

    Unpacked(URI place) {
      this.place = place;
    }

    @Override
    public byte[] read(long offset, int count) throws IOException {
      var from = in;
      if (from == null || offset < at) {
        close();
        from = in = place.toURL().openStream();
        at = 0;
      }
      from.skipNBytes(offset - at);
      var bytes = from.readNBytes(count);
      if (bytes.length < count) throw new FileChanged();
      at = offset + count;
      return bytes;
    }

    @Override
    public void check() {}

    @Override
    public @Nullable FileChannel channel() {
      return null;
    }

    @Override
    public void close() throws IOException {
      var from = in;
      in = null;
      if (from != null) from.close();
    }
  }
}
