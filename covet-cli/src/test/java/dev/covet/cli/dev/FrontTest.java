package dev.covet.cli.dev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.Mode;
import dev.covet.app.Covet;
import dev.covet.app.StartOptions;
import dev.covet.web.http.Method;
import dev.covet.web.http.Request;
import dev.covet.web.http.RequestHead;
import dev.covet.web.http.Response;
import dev.covet.web.message.RequestBody;
import dev.covet.web.server.ServerSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who answers a request. */
class FrontTest {
  private final Stage stage = new Stage();
  private final Looks looks = new Looks();

  private static Version version() {
    var app = Covet.app().get("/items", _ -> Response.text("apple"));
    return new Version(
        app.start(StartOptions.of(Mode.TEST)),
        ServerSettings.of("127.0.0.1", 0),
        Duration.ZERO,
        ClassLoader.getSystemClassLoader());
  }

  private static Request request() {
    return Request.of(RequestHead.of(Method.GET, "/items").build(), RequestBody.none());
  }

  @Test
  void aRequestThatWaitedUntilTheEndIsRefused() {
    var version = version();
    try (var front = new Front(Path.of("").toAbsolutePath(), stage, looks)) {
      assertThat(stage.show(version, List.of())).isNull();
      looks.close();
      stage.close();
      version.close(Duration.ZERO);

      assertThat(front.handle(request()).status()).isEqualTo(503);
    }
  }

  @Test
  void aVersionThatStartsAfterTheEndIsNobodys() {
    var late = version();
    stage.close();

    assertThat(stage.show(late, List.of())).isSameAs(late);
    assertThat(stage.scene().version()).isNull();
    late.close(Duration.ZERO);
  }
}
