package @name@;

import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.data.Database;

/** The service: start it, then open {@code /docs}. */
public final class @Name@App {
  private @Name@App() {}

  /** The app, which {@code main} runs and tests start. */
  public static App app() {
    return Covet.app().install(Database.url("sqlite:@name@.db")).add(Items.class);
  }

  static void main(String[] args) {
    app().run(args);
  }
}
