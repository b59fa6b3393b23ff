package dev.covet.web.multipart;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The content of a part: bytes in memory, or a file that goes with its request. Reading it may be
 * done by several threads, each with a stream of its own.
 */
public final class PartContent implements AutoCloseable {
  private final byte[] memory;
  private final @Nullable PartFile file;
  private final @Nullable UploadFolder folder;
  private final long size;

  private PartContent(
      byte[] memory, @Nullable PartFile file, @Nullable UploadFolder folder, long size) {
    this.memory = memory;
    this.file = file;
    this.folder = folder;
    this.size = size;
  }

  /** Bytes in memory, which nobody changes. */
  public static PartContent of(byte[] bytes) {
    return new PartContent(bytes, null, null, bytes.length);
  }

  /** Bytes in memory of a request, which waits for a pool where they are written to disk. */
  static PartContent of(byte[] bytes, UploadFolder folder) {
    return new PartContent(bytes, null, folder, bytes.length);
  }

  static PartContent of(PartFile file, long size) {
    return new PartContent(new byte[0], file, null, size);
  }

  /** The number of bytes. */
  public long size() {
    return size;
  }

  /** The bytes from the first on. */
  public InputStream open() throws IOException {
    return file == null ? new ByteArrayInputStream(memory) : file.open();
  }

  /** All bytes, in an array of the caller's own. */
  public byte[] bytes() throws IOException {
    if (file == null) return memory.clone();
    try (var in = file.open()) {
      return in.readNBytes(Math.toIntExact(size));
    }
  }

  /** Copies it to a path where nothing is. */
  public void copyTo(Path target) throws IOException {
    if (file != null) {
      file.copyTo(target);
    } else {
      write(target);
    }
  }

  private void write(Path target) throws IOException {
    if (folder != null) {
      folder.now(() -> written(target));
    } else {
      written(target);
    }
  }

  private Path written(Path target) throws IOException {
    return Files.write(target, memory, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /** Moves a file, copies bytes in memory, to a path where nothing is. */
  public void moveTo(Path target) throws IOException {
    if (file != null) {
      file.moveTo(target);
    } else {
      copyTo(target);
    }
  }

  /** Removes the file, if it is one and is still there. */
  @Override
  public void close() {
    if (file != null) file.close();
  }
}
