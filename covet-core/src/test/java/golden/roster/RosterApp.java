package golden.roster;

import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.web.http.Response;

/** The roster as a program. */
public final class RosterApp {
  private RosterApp() {}

  /** The app. */
  public static App app() {
    return Covet.app().add(Roster.class);
  }

  static void main(String[] args) {
    app().get("/memory", _ -> Response.text("" + all().length)).run(args);
  }

  /** Asks for more than any JVM has. */
  private static long[][] all() {
    return new long[1 << 20][1 << 30];
  }
}
