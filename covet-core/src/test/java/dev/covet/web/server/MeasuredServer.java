package dev.covet.web.server;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import dev.covet.base.json.Json;
import dev.covet.base.loop.ThreadMode;
import dev.covet.web.bind.Bodies;
import dev.covet.web.bind.SocketTerms;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.stream.MessageForm;
import io.netty.util.internal.PlatformDependent;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A server as a program, which says what it has in use whenever it is asked. */
final class MeasuredServer {
  private static final Map<String, Double> LIMITS =
      Map.of(
          "connectionsMax", 1_000_000.0,
          "requestsInFlightMax", 1_000_000.0, // a WebSocket is one
          "idleSecondsMax", 600.0,
          "websocketSilenceSecondsMax", 600.0,
          "websocketMessageBytesMax", 33_554_432.0);
  private static final Bodies BODIES = Bodies.of(new Json());
  private static final Handler ECHO = WebSocketCasesTest.echo();

  private MeasuredServer() {}

  public static void main(String[] arguments) throws Exception {
    try (var server = RunningServer.of(MeasuredServer::handle, ThreadMode.AUTO, LIMITS)) {
      System.out.println("sockets " + server.server().sockets());
      System.out.println("port " + server.server().port());
      for (int asked; (asked = System.in.read()) >= 0; ) {
        if (asked == InUse.ALL) say(server);
        System.out.println("connections " + server.server().connections());
      }
    }
    System.exit(0);
  }

  private static Response handle(Request request) {
    if (request.path().equals("/socket")) return socket(request);
    return request.header("Sec-WebSocket-Key").isPresent()
        ? ECHO.handle(request)
        : RawSequencesTest.readAll(request);
  }

  /** Sends back what comes. */
  private static Response socket(Request request) {
    BODIES.checkSocket(request);
    SocketTerms.Handler<String, String> echo =
        socket -> {
          for (var text : socket) socket.send(text);
        };
    return BODIES.socket(request, MessageForm.text(), MessageForm.text(), echo);
  }

  private static void say(RunningServer server) throws IOException {
    System.out.println("heap " + liveHeap());
    System.out.println("direct " + PlatformDependent.usedDirectMemory());
    System.out.println("requests " + server.server().state().served().inFlight());
    System.out.println("bodies " + server.server().state().served().bodyBytes());
    System.out.println("threads " + threads());
  }

  /** What is left after collections. */
  private static long liveHeap() {
    var runtime = Runtime.getRuntime();
    for (var i = 0; i < 3; i++) System.gc();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** Virtual ones that have not ended. */
  private static long threads() throws IOException {
    var folder = Files.createTempDirectory("covet-threads");
    var file = folder.resolve("threads.json");
    var bean = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    bean.dumpThreads(file.toString(), ThreadDumpFormat.JSON);
    try (var lines = Files.lines(file)) {
      return lines.filter(line -> line.contains("\"virtual\": true")).count();
    } finally {
      for (var each : new Path[] {file, folder}) Files.delete(each);
    }
  }

  /** What it has said. */
  record InUse(long heap, long direct, int requests, long bodies, int threads, int connections) {
    static final char ALL = '?';
    static final char CONNECTIONS = '#';

    static InUse of(ChildJvm program) throws IOException {
      program.send(ALL);
      return new InUse(
          Long.parseLong(program.after("heap ")),
          Long.parseLong(program.after("direct ")),
          Integer.parseInt(program.after("requests ")),
          Long.parseLong(program.after("bodies ")),
          Integer.parseInt(program.after("threads ")),
          Integer.parseInt(program.after("connections ")));
    }

    /** How many connections there are. */
    static int connections(ChildJvm program) throws IOException {
      program.send(CONNECTIONS);
      return Integer.parseInt(program.after("connections "));
    }

    /** Bytes more than before, for each connection. */
    long each(InUse before) {
      return (heap + direct - before.heap - before.direct) / (connections - before.connections);
    }
  }
}
