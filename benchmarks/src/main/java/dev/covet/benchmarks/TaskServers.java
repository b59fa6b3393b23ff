package dev.covet.benchmarks;

import dev.covet.benchmarks.load.ServerProcess;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Starts the service of the tasks. */
final class TaskServers {
  private TaskServers() {}

  /**
   * Starts it as in production; its tables are made by a start before that, since production makes
   * none.
   *
   * @param secret that its tokens are signed by
   */
  static ServerProcess start(String name, String url, String secret) throws IOException {
    var settings =
        new HashMap<>(
            Map.of("COVET_MODE", "development", "DATABASE_URL", url, "JWT_SECRET", secret));
    ServerProcess.start(name, TasksTarget.class, settings, _ -> {}).close();
    settings.put("COVET_MODE", "production");
    return ServerProcess.start(name, TasksTarget.class, settings, _ -> {});
  }
}
