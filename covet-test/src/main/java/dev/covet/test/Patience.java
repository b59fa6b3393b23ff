package dev.covet.test;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How long a test waits.
 *
 * @param longest wait for one answer, above zero
 */
record Patience(Duration longest) {
  private static final int FRAMES_SHOWN_MAX = 30;

  Patience {
    if (!longest.isPositive()) throw new IllegalArgumentException("a wait must be above zero");
  }

  /** The whole answer, exchanged on a virtual thread of its own. */
  Received answer(Wire wire, Sent sent, Call call) {
    return done(() -> wire.exchange(sent, call), sent, call);
  }

  private <T> T done(Callable<T> work, Sent sent, Call call) {
    var task = new FutureTask<>(work);
    var thread = Thread.ofVirtual().name(sent.toString()).start(task);
    try {
      return task.get(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      var late = late(sent, call.handling());
      thread.interrupt();
      throw late;
    } catch (ExecutionException e) {
      throw new AssertionError(sent + ": the response was cut off", e.getCause());
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new AssertionError(sent + ": the test was interrupted while it waited", e);
    }
  }

  /** The answer to a request for a WebSocket. */
  Wire.Opened opened(Wire wire, Sent sent, Call call) {
    return done(() -> wire.open(sent, call, this), sent, call);
  }

  private AssertionError late(Sent sent, @Nullable Thread handling) {
    var where = handling == null ? "" : stack(handling);
    return new AssertionError(
        "%s was not answered within %s ms.%s Wait longer with client.within(...)."
            .formatted(sent, longest.toMillis(), where));
  }

  private static String stack(Thread handling) {
    return Arrays.stream(handling.getStackTrace())
        .limit(FRAMES_SHOWN_MAX)
        .map(frame -> "\n  at " + frame)
        .collect(Collectors.joining("", " Its handler is", "\n"));
  }
}
