package dev.covet.app;

import java.util.ArrayList;
import java.util.List;

/**
 * What plugins have done at start and at stop. What was done at start is remembered: at stop
 * follows only what was added behind that. Not thread-safe.
 */
final class PluginTasks {
  private final List<Setup.Task> starts = new ArrayList<>();
  private final List<Stop> stops = new ArrayList<>();
  private int done;
  private boolean starting;

  /**
   * Something to do at stop.
   *
   * @param after how many starts were added before it
   */
  private record Stop(Setup.Task task, int after) {}

  void atStart(Setup.Task task) {
    starts.add(task);
  }

  /** Has something done at stop, before what was added so far. */
  void atStop(Setup.Task task) {
    stops.addFirst(new Stop(task, starting ? done : starts.size()));
  }

  /** What there is to do at start; that it was done is remembered. */
  List<Setup.Task> starts() {
    return starts.stream().map(this::counted).toList();
  }

  private Setup.Task counted(Setup.Task start) {
    return () -> {
      starting = true;
      start.run();
      done++;
    };
  }

  /** What there is to do at stop, of what was started. */
  List<Setup.Task> stops() {
    return stops.stream().filter(stop -> stop.after() <= done).map(Stop::task).toList();
  }
}
