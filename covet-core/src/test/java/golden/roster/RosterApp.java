package golden.roster;

import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.base.codec.Codecs;
import dev.covet.base.json.Json;
import dev.covet.base.task.Gather;
import dev.covet.web.bind.Bodies;
import dev.covet.web.bind.SocketTerms;
import dev.covet.web.http.Content;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.stream.Events;
import dev.covet.web.stream.MessageForm;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** The roster as a program. */
public final class RosterApp {
  private static final int HOOKS = 16;
  private static final Bodies BODIES = Bodies.of(new Json());

  private RosterApp() {}

  /** The app. */
  public static App app() {
    return Covet.app().add(Roster.class);
  }

  static void main(String[] args) {
    var hangs = new AtomicBoolean();
    var sleeping = new AtomicInteger();
    app()
        .get("/memory", _ -> Response.text("" + all().length))
        .get("/memory/gathered", _ -> Response.text("" + gathered()))
        .get("/memory/filled", _ -> fill())
        .get("/slow", _ -> slow())
        .get("/sleep", request -> sleep(request.query(), sleeping))
        .get("/sleeping", _ -> Response.text("" + sleeping))
        .get("/big", _ -> big())
        .get("/events", _ -> events())
        .get("/socket", RosterApp::socket)
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

  /** Answers after so many seconds, and counts who waits for that. */
  private static Response sleep(String seconds, AtomicInteger sleeping) {
    sleeping.incrementAndGet();
    try {
      Thread.sleep(Duration.ofSeconds(Long.parseLong(seconds)));
    } catch (InterruptedException _) {
      return Response.text("interrupted");
    } finally {
      sleeping.decrementAndGet();
    }
    return Response.text("slept " + seconds);
  }

  /** 100 MB. */
  private static Response big() {
    var block = new byte[1 << 20];
    return Response.of(
        200,
        "application/octet-stream",
        new Content.Stream(
            100L << 20,
            out -> {
              for (var i = 0; i < 100; i++) out.write(block);
            }));
  }

  /** One event, and then nothing more. */
  private static Response events() {
    Events<String> one =
        Events.of(out -> {
          out.send("hello");
          new CountDownLatch(1).await();
        });
    return BODIES.events(200, Codecs.STRING, one);
  }

  /** Sends back what it receives. */
  private static Response socket(Request request) {
    BODIES.checkSocket(request);
    SocketTerms.Handler<String, String> echo =
        socket -> {
          for (var text : socket) socket.send(text);
        };
    return BODIES.socket(request, MessageForm.text(), MessageForm.text(), echo);
  }

  private static List<Integer> gathered() {
    return Gather.map(List.of(1), 1, _ -> all().length);
  }

  /** Leaves no byte to anybody else. */
  private static Response fill() {
    var kept = new ArrayDeque<byte[]>(1 << 20);
    for (var size = 1 << 20; size > 0; ) {
      try {
        kept.add(new byte[size]);
      } catch (OutOfMemoryError _) {
        size /= 2;
      }
    }
    return Response.text(all().length + " " + kept.size());
  }

  /** Asks for more than any JVM has. */
  private static long[][] all() {
    return new long[1 << 20][1 << 30];
  }
}
