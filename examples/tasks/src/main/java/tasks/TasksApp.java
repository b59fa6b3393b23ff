package tasks;

import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.data.Database;
import dev.covet.security.Jwt;
import dev.covet.web.docs.Docs;
import tasks.routes.Auth;
import tasks.routes.Categories;
import tasks.routes.Home;
import tasks.routes.Tasks;
import tasks.routes.Users;
import tasks.service.DemoUser;
import tasks.service.Me;

/** The service: start it, then open {@code /} or {@code /docs}. */
public final class TasksApp {
  private TasksApp() {}

  /** The app, which {@code main} runs and tests start. */
  public static App app() {
    return Covet.app()
        .docs(Docs.title("Tasks").description("Tasks of several users, in categories they share."))
        .install(Database.url("sqlite:tasks.db"), Jwt.of(Me.class).login("/auth/login"))
        .add(Auth.class, Users.class, Tasks.class, Categories.class, Home.class, DemoUser.class);
  }

  static void main(String[] args) {
    app().run(args);
  }
}
