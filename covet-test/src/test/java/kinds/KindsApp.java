package kinds;

import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.data.Database;
import dev.covet.web.docs.Docs;

/** Every kind of thing in one app. */
public final class KindsApp {
  private KindsApp() {}

  /** The app. */
  public static App app() {
    return Covet.app()
        .docs(Docs.title("Kinds"))
        .install(Database.memory())
        .add(Bodies.class, Forms.class, Queries.class, Results.class, Stored.class, Twins.class);
  }

  static void main(String[] args) {
    app().run(args);
  }
}
