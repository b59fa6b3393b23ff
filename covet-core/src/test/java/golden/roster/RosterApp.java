package golden.roster;

import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.web.http.Response;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** The roster as a program. */
public final class RosterApp {
  private static final int HOOKS = 16;

  private RosterApp() {}

  /** The app. */
  public static App app() {
    return Covet.app().add(Roster.class);
  }

  static void main(String[] args) {
    var hangs = new AtomicBoolean();
    app()
        .get("/memory", _ -> Response.text("" + all().length))
        .get("/slow", _ -> slow())
        .get("/spin", request -> spin(request.query().equals("on")))
        .get("/hang", _ -> Response.text("" + hangs.getAndSet(true)))
        .get("/exit", request -> exit(request.query()))
        .get("/hooks", _ -> hooks())
        .get("/hooks/hang", _ -> hook(() -> hang(true)))
        .install(setup -> setup.onStop(() -> hang(hangs.get())))
        .run(args);
  }

  /** Takes notice of nothing. */
  private static Response spin(boolean on) {
    while (on) Thread.onSpinWait();
    return Response.text("done");
  }

  /** Never ends, and takes no notice of being interrupted. */
  private static void hang(boolean on) {
    while (on) LockSupport.parkNanos(1_000_000_000);
  }

  /** Ends the process with a code, if there is one. */
  private static Response exit(String code) {
    if (!code.isEmpty()) System.exit(Integer.parseInt(code));
    return Response.text("no code");
  }

  /** Has the end of the process wait for hooks of its own, some before and some after others. */
  private static Response hooks() {
    for (var i = 1; i < HOOKS; i++) hook(RosterApp::lastWord);
    return hook(RosterApp::lastWord);
  }

  private static Response hook(Runnable task) {
    Runtime.getRuntime().addShutdownHook(new Thread(task));
    return Response.text("added");
  }

  private static void lastWord() {
    LockSupport.parkNanos(500_000_000);
    System.out.println("last word");
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
