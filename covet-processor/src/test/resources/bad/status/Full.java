package tasks;

import dev.covet.api.ApiError;
import dev.covet.api.Get;
import dev.covet.api.Routes;

final class Full extends ApiError { // error: COV-127 Full has no status
  private static final long serialVersionUID = 1L;

  Full() {
    super("full");
  }

  @Routes("/tasks")
  static final class Tasks {
    @Get
    int list() throws Full, Told, Busy {
      return 1;
    }
  }

  /** What it is in particular says the status. */
  abstract static class Busy extends ApiError {
    private static final long serialVersionUID = 1L;

    Busy() {
      super("busy");
    }
  }

  /** It tells by itself, so nothing is generated for it. */
  static final class Told extends ApiError {
    private static final long serialVersionUID = 1L;

    Told() {
      super("told");
    }

    @Override
    public int status() {
      return 418;
    }
  }
}
