package golden.roster;

import dev.covet.app.App;
import dev.covet.app.Covet;

/** The roster as a program. */
public final class RosterApp {
  private RosterApp() {}

  /** The app. */
  public static App app() {
    return Covet.app().add(Roster.class);
  }

  static void main(String[] args) {
    app().run(args);
  }
}
