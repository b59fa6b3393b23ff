package dev.covet.web.multipart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A temporary file with one part of a form, readable by its owner alone. It is gone once it is
 * closed or moved. Its methods wait for a pool, so that the caller's thread does not block; one
 * works at a time.
 */
final class PartFile implements AutoCloseable {
  private static final Set<OpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private final UploadFolder folder;
  private final long number;
  private @Nullable Path path;
  private @Nullable FileChannel out;
  private long size;
  private boolean closed;

  PartFile(UploadFolder folder, long number) {
    this.folder = folder;
    this.number = number;
  }

  /**
   * Adds bytes, and waits until they are written.
   *
   * @throws FormRefused if there is no room for them
   */
  void append(byte[] bytes, int count) throws IOException {
    folder.take(count);
    grew(count);
    folder.now(() -> write(ByteBuffer.wrap(bytes, 0, count)));
  }

  private synchronized void grew(int count) {
    if (closed) {
      folder.giveBack(count);
      throw gone();
    }
    size += count;
  }

  private synchronized long write(ByteBuffer bytes) throws IOException {
    if (closed) throw gone();
    var channel = out;
    if (channel == null) {
      path = folder.path(number);
      channel = FileChannel.open(path, NEW, ownersAlone(path));
      out = channel;
    }
    while (bytes.hasRemaining()) channel.write(bytes);
    return channel.position();
  }

  private static FileAttribute<?>[] ownersAlone(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** No more bytes come. */
  void complete() throws IOException {
    folder.now(this::closeOut);
  }

  private synchronized boolean closeOut() throws IOException {
    var channel = out;
    out = null;
    if (channel != null) channel.close();
    return true;
  }

  /** Opens it for reading from its start; each call is a stream of its own. */
  InputStream open() throws IOException {
    var channel = folder.now(() -> FileChannel.open(there(), StandardOpenOption.READ));
    return new PartStream(folder.disk(), channel);
  }

  /** Copies it to a path where nothing is. */
  void copyTo(Path target) throws IOException {
    folder.now(() -> Files.copy(there(), target));
  }

  /** Moves it to a path where nothing is; it has left the folder then. */
  void moveTo(Path target) throws IOException {
    folder.now(() -> moved(target));
  }

  private synchronized Path moved(Path target) throws IOException {
    var to = Files.move(there(), target);
    path = null;
    folder.giveBack(size);
    size = 0;
    return to;
  }

  private synchronized Path there() {
    var known = path;
    if (closed || known == null) throw gone();
    return known;
  }

  private static IllegalStateException gone() {
    return new IllegalStateException("The upload is gone: it was moved, or its request is over");
  }

  /** Removes it, soon. */
  @Override
  public void close() {
    folder.disk().later(this::remove);
  }

  private synchronized void remove() {
    if (closed) return;
    closed = true;
    try {
      closeOut();
      if (path != null) Files.deleteIfExists(path);
    } catch (IOException _) {
      // goes with the folder
    } finally {
      folder.giveBack(size);
    }
  }
}
