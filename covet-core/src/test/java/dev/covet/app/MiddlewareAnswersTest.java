package dev.covet.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.Mode;
import dev.covet.base.config.StartFaults;
import dev.covet.web.http.Answers;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.MiddlewarePlace;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import golden.roster.Marked;
import golden.roster.Roster;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** S4.docs: what is known of middleware before a start. */
class MiddlewareAnswersTest {
  /** Answers by itself, and says so. */
  private record Told(int status) implements Middleware {
    @Override
    public Response handle(Request request, Handler next) {
      return Response.empty(status);
    }

    @Override
    public Answers answers() {
      return Answers.NONE.and(status, "No.");
    }
  }

  @Test
  void anAppInAnotherAnswersWhatStandsBeforeTheRoutesOfThatAndNotWhatStandsBehind() {
    var inner = Covet.app().add(Roster.class);
    var outer =
        Covet.app()
            .mount("/inner", inner)
            .use(MiddlewarePlace.APP, new Told(418))
            .use(MiddlewarePlace.AUTHENTICATION, new Told(401));
    var faults = new StartFaults();

    var prepared =
        Start.prepare(outer.pieces(), Surroundings.of(StartOptions.of(Mode.PRODUCTION), faults));

    assertThat(prepared.operations())
        .isNotEmpty()
        .allMatch(each -> each.lists(418) && !each.lists(401));
  }

  @Test
  void aDocumentThatIsPrintedMakesMiddlewareAloneToAskIt() {
    var made = new ArrayList<String>();
    Plugin plugin = setup -> setup.onStart(() -> made.add("opened"));
    var app = Covet.app().install(plugin).add(Roster.class).use(Marked.class);
    var faults = new StartFaults();
    var prepared =
        Start.prepare(app.pieces(), Surroundings.of(StartOptions.of(Mode.PRODUCTION), faults));

    assertThat(new String(prepared.openApi(), StandardCharsets.UTF_8)).contains("/roster/agent");
    assertThat(prepared.places()).contains("app: Marked");
    assertThat(faults.count()).isZero();
    assertThat(made).isEmpty();
  }
}
