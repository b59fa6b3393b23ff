package dev.covet.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.Mode;
import dev.covet.base.config.StartFaults;
import golden.roster.Marked;
import golden.roster.Roster;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** S4.docs: what is known of middleware before a start. */
class MiddlewareAnswersTest {
  @Test
  void aDocumentThatIsPrintedMakesMiddlewareAloneToAskIt() {
    var made = new ArrayList<String>();
    Plugin plugin = setup -> setup.onStart(() -> made.add("opened"));
    var app = Covet.app().install(plugin).add(Roster.class).use(Marked.class);
    var faults = new StartFaults();
    var prepared =
        Start.prepare(app, Start.Surroundings.of(StartOptions.of(Mode.PRODUCTION), faults));

    assertThat(new String(prepared.openApi(), StandardCharsets.UTF_8)).contains("/roster/agent");
    assertThat(prepared.places()).contains("app: Marked");
    assertThat(faults.count()).isZero();
    assertThat(made).isEmpty();
  }
}
