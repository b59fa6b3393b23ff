package dev.covet.web.server;

import dev.covet.api.Unavailable;
import dev.covet.base.loop.ThreadMode;
import dev.covet.web.error.Envelope;
import dev.covet.web.error.ErrorMapping;
import dev.covet.web.error.Faults;
import dev.covet.web.http.Response;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** A server that may have more connections than files; it ends when its input does. */
final class FewFiles {
  private FewFiles() {}

  public static void main(String[] arguments) throws Exception {
    var limits = Map.of("connectionsMax", 100_000.0);
    var faults = new Faults(ErrorMapping.NONE, new Envelope(), Clock.systemUTC());
    var app = faults.barrier(it -> answer(it.path()));
    try (var server = RunningServer.of(app, ThreadMode.AUTO, limits)) {
      System.out.println("mode " + server.server().threadMode());
      System.out.println("port " + server.server().port());
      while (System.in.read() >= 0) {
        System.out.println("pauses " + server.server().metrics().value("accept_pauses_total"));
      }
    }
  }

  private static Response answer(String path) {
    return switch (path) {
      case "/file" -> Response.file(Path.of(System.getProperty("java.home"), "release"));
      case "/none" -> Response.file(Path.of("none"));
      case "/busy" -> throw new Unavailable("busy");
      default -> Response.text("well");
    };
  }
}
