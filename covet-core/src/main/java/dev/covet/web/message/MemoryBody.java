package dev.covet.web.message;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A body that is in memory. Not thread-safe. */
final class MemoryBody implements RequestBody {
  private final byte[] bytes;
  private boolean taken;

  MemoryBody(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public long length() {
    return bytes.length;
  }

  @Override
  public InputStream stream(long bytesMax) {
    return new ByteArrayInputStream(collect((int) Math.min(bytesMax, Integer.MAX_VALUE)));
  }

  @Override
  public byte[] collect(int bytesMax) {
    if (bytes.length > bytesMax) throw new BodyTooLarge(bytesMax);
    return take();
  }

  private byte[] take() {
    if (taken) throw new IllegalStateException("The body has already been read");
    taken = true;
    return bytes;
  }
}
