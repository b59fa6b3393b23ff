package dev.covet.web.server;

import dev.covet.base.loop.ThreadMode;
import dev.covet.web.http.Response;
import java.util.Map;

/** A server that may have more connections than files; it ends when its input does. */
final class FewFiles {
  private FewFiles() {}

  public static void main(String[] arguments) throws Exception {
    var limits = Map.of("connectionsMax", 100_000.0);
    try (var server = RunningServer.of(_ -> Response.text("well"), ThreadMode.AUTO, limits)) {
      System.out.println("mode " + server.server().threadMode());
      System.out.println("port " + server.server().port());
      while (System.in.read() >= 0) {
        System.out.println("pauses " + server.server().metrics().value("accept_pauses_total"));
      }
    }
  }
}
