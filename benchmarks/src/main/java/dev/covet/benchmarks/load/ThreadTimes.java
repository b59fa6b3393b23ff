package dev.covet.benchmarks.load;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** CPU time of a process as the sum of its threads', to the nanosecond; Linux only. */
public final class ThreadTimes {
  private ThreadTimes() {}

  /** The time of all threads but those of the JVM's compiler; empty where nobody tells. */
  public static Optional<Duration> ofProcess(long pid) {
    var nanos = 0L;
    try (var threads = Files.newDirectoryStream(Path.of("/proc/" + pid + "/task"))) {
      for (var thread : threads) nanos += nanos(thread);
    } catch (IOException | DirectoryIteratorException _) {
      return Optional.empty();
    }
    return nanos == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
  }

  private static long nanos(Path thread) {
    try {
      var name = Files.readString(thread.resolve("comm"));
      var times = Files.readString(thread.resolve("schedstat"));
      return isCompiler(name) ? 0 : Long.parseLong(times.substring(0, times.indexOf(' ')));
    } catch (IOException _) {
      return 0; // it has just ended
    }
  }

  /** {@code C1 CompilerThre} and {@code C2 CompilerThre}. */
  private static boolean isCompiler(String name) {
    return name.startsWith("C1 ") || name.startsWith("C2 ");
  }
}
