import dev.covet.api.Get;
import dev.covet.api.Routes;
import dev.covet.app.Covet;

/** Of no concern. */
static final class Unconcerned {}

@Routes("/tasks")
static final class Tasks { // error: COV-126 Tasks is in a compact source file
  record Task(String title) {}

  @Get
  Task read() {
    return new Task("x");
  }
}

static void main(String[] args) {
  Covet.app().add(Tasks.class).run(args);
}
