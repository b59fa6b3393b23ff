package kinds;

import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.app.Router;
import dev.covet.data.Database;
import dev.covet.web.docs.Docs;

/** Every kind of thing in one app. */
public final class KindsApp {
  private KindsApp() {}

  /** The app. */
  public static App app() {
    return Covet.app()
        .docs(
            Docs.title("Kinds")
                .version("3")
                .description("Has *every* kind.")
                .license("MIT", "https://opensource.org/license/mit")
                .server("/", "Here"))
        .install(Database.memory())
        .add(
            Bodies.class,
            Forms.class,
            Queries.class,
            Results.class,
            Shapes.class,
            Stored.class,
            Twins.class)
        .add(Sights.class)
        .add(Notices.class, Notices.NoticeHooks.class)
        .mount("/inner", inner());
  }

  private static App inner() {
    var router = Router.at("/").tag("Mounted", "What another app brings.").add(Sights.class);
    return Covet.app().errors(new Blame()).add(router);
  }

  static void main(String[] args) {
    app().run(args);
  }
}
