package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.Mode;
import dev.covet.app.Covet;
import dev.covet.app.StartOptions;
import org.junit.jupiter.api.Test;

/** S2.net.uring: these tests run on the transport that they are said to run on. */
final class TransportTest {
  @Test
  void anAppTakesTheTransportThatIsToBeTested() {
    try (var app = Covet.app().start(StartOptions.of(Mode.TEST))) {
      assertThat(app.loops().transport().name())
          .isEqualTo(System.getProperty("covet.transport", "nio"));
    }
  }
}
