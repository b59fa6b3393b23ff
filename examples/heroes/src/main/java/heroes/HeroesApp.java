package heroes;

import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.data.Database;

/** The service: start it, then open {@code /docs}. */
public final class HeroesApp {
  private HeroesApp() {}

  /** The app, which {@code main} runs and tests start. */
  public static App app() {
    return Covet.app().install(Database.url("sqlite:heroes.db")).add(Heroes.class, Teams.class);
  }

  static void main(String[] args) {
    app().run(args);
  }
}
