package dev.covet.web.server;

import dev.covet.base.loop.ThreadMode;
import dev.covet.web.http.Content;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What {@link SlowClientsTest} asks, as a program, so that it can run in little memory. */
final class SlowServer {
  static final int BIG_BYTES = 20_000_000;

  private static final byte[] SHARED = shared();

  private SlowServer() {}

  public static void main(String[] arguments) throws Exception {
    try (var server = RunningServer.of(SlowServer::handle, ThreadMode.AUTO, Map.of())) {
      System.out.println("port " + server.server().port());
      while (System.in.read() >= 0) {
        System.out.println("held " + server.server().state().served().bodyBytes());
      }
    }
    System.exit(0);
  }

  private static byte[] shared() {
    var bytes = new byte[BIG_BYTES];
    BigStreams.Pattern.fill(bytes, 0);
    return bytes;
  }

  private static Response handle(Request request) {
    Content.Writer streamed = out -> BigStreams.Pattern.write(out, BIG_BYTES, new AtomicLong());
    return switch (request.path()) {
      case "/shared" -> Response.bytes("application/octet-stream", SHARED);
      case "/streamed" ->
          Response.of(200, "application/octet-stream", new Content.Stream(BIG_BYTES, streamed));
      case "/length" -> Response.text(Integer.toString(request.bytes().length));
      default -> Response.text("pong");
    };
  }
}
