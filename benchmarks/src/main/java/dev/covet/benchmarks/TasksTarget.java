package dev.covet.benchmarks;

import dev.covet.benchmarks.workload.Ping;
import tasks.TasksApp;

/** The service of the tasks, which also answers {@code /ping}. */
public final class TasksTarget {
  private TasksTarget() {}

  /** Runs until the process is ended. */
  public static void main(String[] args) {
    TasksApp.app().add(Ping.class).run(args);
  }
}
