package tasks;

import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.data.Database;
import tasks.routes.Categories;
import tasks.routes.Tasks;

/** The service: start it, then open {@code /} or {@code /docs}. */
public final class TasksApp {
  private TasksApp() {}

  /** The app, which {@code main} runs and tests start. */
  public static App app() {
    return Covet.app().install(Database.url("sqlite:tasks.db")).add(Tasks.class, Categories.class);
  }

  static void main(String[] args) {
    app().run(args);
  }
}
