package dev.covet.app;

import dev.covet.web.server.ServerSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Takes the app of a program that was launched for it, in the place of a process of its own: {@code
 * covet dev} runs one version of a program after the other so. What the program's {@code main}
 * hands to {@link App#run} then starts in development mode and is served by the host.
 */
public interface AppHost {
  /** Where {@code .env} is looked for. */
  Path folder();

  /** The class whose {@code main} is run; empty if the program has only one. */
  default String main() {
    return "";
  }

  /**
   * Secrets that are made up because none is set, by setting; a start has those of the one before.
   */
  default Map<String, String> secrets() {
    return new HashMap<>();
  }

  /**
   * Takes an app that has started, and closes it at some time. Called in the thread of {@code
   * App.run}, which returns after it.
   *
   * @param server where the program would listen
   * @param grace how long its running requests may take to finish at the end
   */
  void serve(RunningApp app, ServerSettings server, Duration grace);
}
