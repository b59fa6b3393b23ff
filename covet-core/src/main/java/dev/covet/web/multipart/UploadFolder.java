package dev.covet.web.multipart;

import dev.covet.base.task.DiskWork;
import dev.covet.schema.BuiltInError;
import dev.covet.web.message.ClientGone;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Where large parts of forms are kept as files while their requests last: a folder of this process
 * alone, made with its first file and gone with the app. Safe for use by many threads.
 *
 * <p>Files are read and written where no event loop waits.
 */
public final class UploadFolder implements AutoCloseable {
  /** Where nothing can be kept. */
  static final UploadFolder NONE =
      new UploadFolder(
          Path.of(""),
          Long.MAX_VALUE,
          DiskWork.on(() -> {
            throw new IllegalStateException("the request did not come through an app");
          }));

  private final Path parent;
  private final long bytesMax;
  private final DiskWork disk;
  private final AtomicLong held = new AtomicLong();
  private final AtomicLong files = new AtomicLong();
  private @Nullable OwnFolder own;

  /**
   * A folder that is not made yet.
   *
   * @param parent in which it is made
   * @param bytesMax most bytes of all files together, else 503
   * @param disk does what waits for the disk
   */
  public UploadFolder(Path parent, long bytesMax, DiskWork disk) {
    this.parent = parent;
    this.bytesMax = bytesMax;
    this.disk = disk;
  }

  /** Bytes that files hold now. */
  public long held() {
    return held.get();
  }

  /** The longest that one form may be, if all of it goes to disk. */
  long bytesMax() {
    return bytesMax;
  }

  /** Removes, soon, what processes have left that were killed. */
  public void removeLeftovers() {
    disk.later(() -> OwnFolder.removeLeftovers(parent));
  }

  /** A file that is made with its first bytes. */
  PartFile newFile() {
    return new PartFile(this, files.incrementAndGet());
  }

  /** The path of a file; makes the folder, if there is none yet. */
  synchronized Path path(long number) throws IOException {
    var known = own;
    if (known == null) {
      known = OwnFolder.make(parent);
      own = known;
    }
    return known.path().resolve("part-" + number);
  }

  /**
   * Takes room for bytes of a file.
   *
   * @throws FormRefused if all files together hold too many
   */
  void take(long bytes) {
    if (held.addAndGet(bytes) <= bytesMax) return;
    held.addAndGet(-bytes);
    throw new FormRefused(
        BuiltInError.UPLOAD_DISK_BYTES_MAX, "Too many uploads are under way; try again soon");
  }

  void giveBack(long bytes) {
    held.addAndGet(-bytes);
  }

  /**
   * Does something with files, and waits for it.
   *
   * @throws ClientGone if the calling thread is interrupted
   */
  <T> T now(Callable<T> work) throws IOException {
    try {
      return disk.now(work);
    } catch (InterruptedIOException e) {
      throw new ClientGone("Interrupted while a file was read or written", e);
    }
  }

  /** Where files are read and written. */
  DiskWork disk() {
    return disk;
  }

  /** Removes the folder with all that is in it. */
  @Override
  public synchronized void close() {
    var known = own;
    own = null;
    if (known != null) known.close();
  }
}
