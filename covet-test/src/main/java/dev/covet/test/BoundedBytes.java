package dev.covet.test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Keeps what is written to it, up to a limit. Not thread-safe. */
final class BoundedBytes extends OutputStream {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final int bytesMax;

  BoundedBytes(int bytesMax) {
    this.bytesMax = bytesMax;
  }

  @Override
  public void write(int b) throws IOException {
    room(1);
    bytes.write(b);
  }

  @Override
  public void write(byte[] block, int from, int count) throws IOException {
    room(count);
    bytes.write(block, from, count);
  }

  private void room(int count) throws IOException {
    if (count > bytesMax - bytes.size()) {
      throw new IOException("the response is longer than " + bytesMax + " bytes");
    }
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }
}
