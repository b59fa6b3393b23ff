package golden.roster;

import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.web.http.Response;
import java.time.Duration;

/** The roster as a program. */
public final class RosterApp {
  private RosterApp() {}

  /** The app. */
  public static App app() {
    return Covet.app().add(Roster.class);
  }

  static void main(String[] args) {
    app().get("/memory", _ -> Response.text("" + all().length)).get("/slow", _ -> slow()).run(args);
  }

  private static Response slow() {
    try {
      Thread.sleep(Duration.ofSeconds(25));
    } catch (InterruptedException _) {
      return Response.text("interrupted");
    }
    return Response.text("slow");
  }

  /** Asks for more than any JVM has. */
  private static long[][] all() {
    return new long[1 << 20][1 << 30];
  }
}
