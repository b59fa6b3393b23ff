package tasks;

import dev.covet.api.ErrorFormat;
import dev.covet.api.ErrorReport;
import dev.covet.api.Get;
import dev.covet.api.Routes;

@Routes("/tasks")
final class Tasks {
  private record Task(String title) {} // error: COV-101 Task is private

  static final class Format implements ErrorFormat<Format.Body> {
    private record Body(String text) {} // error: COV-101 Body is private

    @Override
    public Body body(ErrorReport report) {
      return new Body(report.message());
    }
  }

  @Get
  Task read() {
    return new Task("x");
  }
}
