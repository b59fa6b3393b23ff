package tasks.data;

import static dev.covet.api.Case.SNAKE_CASE;

import dev.covet.api.Naming;

/** How far a task is. */
@Naming(SNAKE_CASE)
public enum TaskStatus {
  TODO,
  IN_PROGRESS,
  DONE
}
