package dev.covet.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes over the wire. */
class CallTest {
  @Test
  void formsOfARequestTakeTurnsEachWithItsBodyAndItsField() {
    var call =
        Call.post("tasks", 201, "/tasks", "{}", "[10]").with("X-Turn", List.of("a", "b", "c"));

    assertThat(call.forms()).isEqualTo(3);
    assertThat(text(call, 0))
        .isEqualTo(
            """
            POST /tasks HTTP/1.1
            Host: 127.0.0.1
            X-Turn: a
            Accept: application/json
            Content-Type: application/json
            Content-Length: 2

            {}\
            """);
    assertThat(text(call, 1)).contains("X-Turn: b\n", "Content-Length: 4\n").endsWith("\n\n[10]");
    assertThat(text(call, 5)).contains("X-Turn: c\n").endsWith("\n\n{}");
  }

  private static String text(Call call, int turn) {
    return new String(call.form(turn), UTF_8).replace("\r\n", "\n");
  }
}
