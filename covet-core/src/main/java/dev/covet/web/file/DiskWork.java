package dev.covet.web.file;

import dev.covet.api.Unavailable;
import dev.covet.base.loop.PoolFull;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/** Work that waits for a disk, done where it holds up no event loop. */
final class DiskWork {
  private DiskWork() {}

  /**
   * Waits for the result of the work.
   *
   * @throws Unavailable if too much waits for the disk already
   * @throws InterruptedIOException if the caller is interrupted; the work may then still go on
   * @throws IOException what the work threw
   */
  static <T> T on(Executor disk, Callable<T> work) throws IOException {
    var task = new FutureTask<>(work);
    try {
      disk.execute(task);
      return task.get();
    } catch (PoolFull _) {
      throw new Unavailable("The server is busy");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while waiting for a file");
    } catch (ExecutionException e) {
      throw thrown(e);
    }
  }

  private static IOException thrown(ExecutionException e) {
    return switch (e.getCause()) {
      case IOException known -> known;
      case RuntimeException known -> throw known;
      case Error known -> throw known;
      case null, default -> new IOException(e);
    };
  }
}
