package tasks;

import dev.covet.api.Case;
import dev.covet.api.Naming;

/** What a task is in. */
@Naming(Case.SNAKE_CASE)
public enum State {
  TODO,
  IN_WORK,
  URGENT
}
