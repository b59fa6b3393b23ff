package dev.covet.benchmarks.load;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;

/** A client that asks now and then, and takes the time. */
public final class Pinger {
  private static final Duration PAUSE = Duration.ofMillis(2);

  private Pinger() {}

  /**
   * How long 99 % of all answers take at most, over one connection.
   *
   * @throws IOException if one is wrong
   */
  public static Duration p99(int port, Call call, Duration time) throws IOException {
    var nanos = new ArrayList<Long>();
    try (var channel = LoadClient.connect(port)) {
      var wire = new Http1Wire(channel, call, 1, 0);
      var end = System.nanoTime() + time.toNanos();
      while (System.nanoTime() < end) {
        var begun = System.nanoTime();
        wire.send();
        while (wire.receive() == 0) {
          // some of it came
        }
        nanos.add(System.nanoTime() - begun);
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
    Collections.sort(nanos);
    return Duration.ofNanos(nanos.get(nanos.size() * 99 / 100));
  }
}
