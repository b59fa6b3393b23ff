package dev.covet.web.server.carrier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many files, and so sockets, this process may have open. */
final class OpenFiles {
  private static final int CONNECTIONS_MAX = 100_000;
  private static final int WHERE_UNKNOWN = 8_192;
  private static final double SHARE = 0.8;

  private OpenFiles() {}

  /** 0.8 of the file limit, at most 100,000. */
  static int connectionsMax() {
    try (var lines = Files.lines(Path.of("/proc/self/limits"))) {
      return lines
          .filter(line -> line.startsWith("Max open files"))
          .map(line -> line.split("\\s+", -1)[3])
          .map(OpenFiles::share)
          .findFirst()
          .orElse(WHERE_UNKNOWN);
    } catch (IOException _) {
      return WHERE_UNKNOWN;
    }
  }

  private static int share(String limit) {
    return limit.equals("unlimited")
        ? CONNECTIONS_MAX
        : Math.clamp((long) (Long.parseLong(limit) * SHARE), 1, CONNECTIONS_MAX);
  }
}
