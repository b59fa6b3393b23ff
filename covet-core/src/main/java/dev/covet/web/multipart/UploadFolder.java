package dev.covet.web.multipart;

import dev.covet.api.Unavailable;
import dev.covet.base.loop.Pool;
import dev.covet.base.loop.PoolFull;
import dev.covet.schema.BuiltInError;
import dev.covet.web.message.ClientGone;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where large parts of forms are kept as files while their requests last: a folder of this process
 * alone, made with its first file and gone with the app. Safe for use by many threads.
 *
 * <p>Files are read and written on a pool: an event loop would stand still meanwhile.
 */
public final class UploadFolder implements AutoCloseable {
  /** Where nothing can be kept. */
  static final UploadFolder NONE =
      new UploadFolder(
          Path.of(""),
          Long.MAX_VALUE,
          () -> {
            throw new IllegalStateException("the request did not come through an app");
          });

  private final Path parent;
  private final long bytesMax;
  private final Supplier<Pool> pool;
  private final AtomicLong held = new AtomicLong();
  private final AtomicLong files = new AtomicLong();
  private @Nullable OwnFolder own;

  /**
   * A folder that is not made yet.
   *
   * @param parent in which it is made
   * @param bytesMax most bytes of all files together, else 503
   * @param pool on which files are read and written
   */
  public UploadFolder(Path parent, long bytesMax, Supplier<Pool> pool) {
    this.parent = parent;
    this.bytesMax = bytesMax;
    this.pool = pool;
  }

  /** Bytes that files hold now. */
  public long held() {
    return held.get();
  }

  /** The longest that one form may be, if all of it goes to disk. */
  long bytesMax() {
    return bytesMax;
  }

  /** Removes, on the pool, what processes have left that were killed. */
  public void removeLeftovers() {
    later(() -> OwnFolder.removeLeftovers(parent));
  }

  /** A file that is made with its first bytes. */
  PartFile newFile() {
    return new PartFile(this, files.incrementAndGet());
  }

  /** The path of a file; makes the folder, if there is none yet. */
  synchronized Path path(long number) throws IOException {
    var known = own;
    if (known == null) {
      OwnFolder.removeLeftovers(parent);
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

  /** Does something with files, and waits for it; a thread that may block does it itself. */
  <T> T now(Callable<T> work) throws IOException {
    try {
      return Thread.currentThread().isVirtual() ? pool.get().call(work) : work.call();
    } catch (PoolFull | CancellationException _) {
      throw new Unavailable("The server is busy");
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClientGone("Interrupted while a file was read or written", e);
    } catch (Exception e) {
      throw new IllegalStateException(e); // no work here throws it
    }
  }

  /** Does something with files, later; nobody waits for it. */
  void later(Runnable work) {
    try {
      pool.get().execute(work);
    } catch (PoolFull _) {
      work.run();
    }
  }

  /** Removes the folder with all that is in it. */
  @Override
  public synchronized void close() {
    var known = own;
    own = null;
    if (known != null) known.close();
  }

  /** An interruption as the reader of a stream expects it. */
  static IOException interrupted(ClientGone gone) {
    var told = new InterruptedIOException(gone.getMessage());
    told.initCause(gone);
    return told;
  }
}
