package dev.covet.base.task;

import dev.covet.api.Unavailable;
import dev.covet.base.loop.Pool;
import dev.covet.base.loop.PoolFull;
import dev.covet.schema.BuiltInError;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does what waits for a disk where that holds up no event loop: on a pool, unless the calling
 * thread is a platform thread, which may wait itself. Thread-safe.
 */
public final class DiskWork {
  /** Does it in the calling thread, whatever that is: for requests that no app has taken. */
  public static final DiskWork HERE = new DiskWork(null);

  private final @Nullable Supplier<Pool> pool;

  private DiskWork(@Nullable Supplier<Pool> pool) {
    this.pool = pool;
  }

  /** On a pool, which is asked for with the first work. */
  public static DiskWork on(Supplier<Pool> pool) {
    return new DiskWork(pool);
  }

  /**
   * Does work and waits for it.
   *
   * @throws QueueFull if too much waits for the pool already (503)
   * @throws Unavailable if the app stops before it begins (503)
   * @throws InterruptedIOException if the calling thread is interrupted, which it still is then; so
   *     is the work
   * @throws IOException what the work throws
   */
  public <T> T now(Callable<T> work) throws IOException {
    var known = pool;
    try {
      return known != null && Thread.currentThread().isVirtual()
          ? known.get().call(work)
          : work.call();
    } catch (PoolFull _) {
      throw new QueueFull(BuiltInError.BLOCKING_QUEUE_MAX);
    } catch (CancellationException _) {
      throw new Unavailable("The app is stopping");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while waiting for a file");
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e); // no work of files throws it
    }
  }

  /** Does work soon; nobody waits for it. */
  public void later(Runnable work) {
    var known = pool;
    try {
      if (known == null) work.run();
      else known.get().execute(work);
    } catch (PoolFull _) {
      Thread.startVirtualThread(work); // not here, which may be an event loop
    }
  }
}
