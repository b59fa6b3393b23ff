package dev.covet.web.multipart;

import dev.covet.web.message.RequestBody;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes the bytes of one part as they come: into memory, and beyond a limit into a file. What is in
 * memory counts among the bytes of bodies that the server holds. Not thread-safe.
 */
final class PartWriter implements PartScanner.Sink {
  private static final int FIRST_BYTES = 1_024;
  private static final int BLOCK_BYTES = 65_536;

  private final RequestBody body;
  private final UploadFolder folder;
  private final int memoryBytesMax;

  /** What is in memory; of a file what was not written yet. */
  private byte[] bytes = new byte[0];

  private int count;
  private long size;
  private @Nullable PartFile file;

  /**
   * A writer of a part without bytes so far.
   *
   * @param memoryBytesMax beyond this it becomes a file
   */
  PartWriter(RequestBody body, UploadFolder folder, int memoryBytesMax) {
    this.body = body;
    this.folder = folder;
    this.memoryBytesMax = memoryBytesMax;
  }

  @Override
  public void take(byte[] from, int offset, int length) throws IOException {
    size += length;
    for (int at = offset, left = length; left > 0; ) {
      var fits = Math.min(left, makeRoom(left));
      System.arraycopy(from, at, bytes, count, fits);
      count += fits;
      at += fits;
      left -= fits;
    }
  }

  /** How many bytes there is room for, at least 1. */
  private int makeRoom(int wanted) throws IOException {
    if (count == bytes.length) {
      if (file == null && size <= memoryBytesMax) {
        grow(wanted);
      } else {
        flush();
      }
    }
    return bytes.length - count;
  }

  private void grow(int wanted) {
    var least = Math.max(count + wanted, FIRST_BYTES);
    hold(Math.min(memoryBytesMax, Math.max(least, count * 2)));
  }

  private void hold(int length) {
    if (length > bytes.length) body.keep(length - bytes.length);
    if (length < bytes.length) body.release(bytes.length - length);
    bytes = Arrays.copyOf(bytes, length);
  }

  private void flush() throws IOException {
    var to = file;
    if (to == null) {
      to = folder.newFile();
      file = to;
    }
    if (count > 0) to.append(bytes, count);
    count = 0;
    if (bytes.length != BLOCK_BYTES) hold(BLOCK_BYTES);
  }

  /** What came, now that no more comes. */
  PartContent complete() throws IOException {
    var written = file;
    if (written == null) {
      hold(count);
      return PartContent.of(bytes, folder);
    }
    flush();
    written.complete();
    hold(0);
    return PartContent.of(written, size);
  }

  /** Throws away what came. */
  void discard() {
    if (file != null) file.close();
  }
}
