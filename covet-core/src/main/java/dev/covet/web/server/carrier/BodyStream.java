package dev.covet.web.server.carrier;

import dev.covet.web.message.BodyTooLarge;
import dev.covet.web.message.ClientGone;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A request's body as a stream. Not thread-safe. */
final class BodyStream extends InputStream {
  private final Supplier<byte @Nullable []> chunks;
  private final long bytesMax;
  private long came;
  private byte[] chunk = {};
  private int at;
  private boolean atEnd;

  /** The stream of chunks, which are waited for; null ends them. */
  BodyStream(Supplier<byte @Nullable []> chunks, long bytesMax) {
    this.chunks = chunks;
    this.bytesMax = bytesMax;
  }

  @Override
  public int read() throws IOException {
    return fill() ? chunk[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    if (count == 0) return 0;
    if (!fill()) return -1;
    var copied = Math.min(count, chunk.length - at);
    System.arraycopy(chunk, at, into, offset, copied);
    at += copied;
    return copied;
  }

  @Override
  public int available() {
    return chunk.length - at;
  }

  private boolean fill() throws IOException {
    while (!atEnd && at == chunk.length) {
      var next = next();
      atEnd = next == null;
      chunk = next == null ? new byte[0] : within(next);
      at = 0;
    }
    return !atEnd;
  }

  private byte[] within(byte[] next) {
    came += next.length;
    if (came > bytesMax) throw new BodyTooLarge(bytesMax);
    return next;
  }

  private byte @Nullable [] next() throws IOException {
    try {
      return chunks.get();
    } catch (ClientGone e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
