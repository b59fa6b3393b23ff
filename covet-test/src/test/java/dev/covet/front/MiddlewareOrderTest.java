package dev.covet.front;

import static dev.covet.test.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.app.Router;
import dev.covet.base.config.StartFailure;
import dev.covet.test.TestClient;
import dev.covet.web.http.Middleware;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import shop.Bell;
import shop.Drawer;
import shop.Gallery;
import shop.Marker;
import shop.Till;

/** S0.mw.order, S3.mw.chain: app, routers, class, method; in as written, out in reverse. */
@ParameterizedClass
@EnumSource(Way.class)
class MiddlewareOrderTest {
  private final Way way;
  private final Till till = new Till();

  MiddlewareOrderTest(Way way) {
    this.way = way;
  }

  private Middleware note(String name) {
    return (request, next) -> {
      till.note("> " + name);
      var response = next.handle(request);
      till.note("< " + name);
      return response;
    };
  }

  private App app() {
    return Covet.app()
        .override(Till.class, till)
        .use(note("app"))
        .use(Drawer.class)
        .add(
            Router.at("/a")
                .use(note("outer"))
                .use(Bell.class)
                .add(Router.at("/b").use(note("inner"), note("innermost")).add(Gallery.class)));
  }

  /** What the till was told of what stands around the handler, until the request is answered. */
  private List<String> told() {
    return till.events().stream()
        .filter(each -> each.startsWith(">") || each.startsWith("<") || each.equals("handler"))
        .toList();
  }

  @Test
  void aRequestPassesAppRoutersClassAndMethodAndItsAnswerTheReverse() {
    try (var client = way.client(app())) {
      client.get("/a/b/gallery");
    }
    assertThat(told())
        .containsExactly(
            "> app",
            "> drawer",
            "> outer",
            "> bell",
            "> inner",
            "> innermost",
            "> class",
            "> bell",
            "> drawer",
            "> method",
            "> method",
            "handler",
            "< method",
            "< drawer",
            "< bell",
            "< class",
            "< innermost",
            "< inner",
            "< bell",
            "< outer",
            "< drawer",
            "< app");
  }

  @Test
  void whatStandsOutsideOfTheHandlerPassesBeforeTheBodyIsReadAndSeesThatItIsWrong() {
    try (var client = way.client(app())) {
      var answer = client.post("/a/b/gallery", "\"x\"");

      assertThat(answer.problems()).containsExactly(problem("type", "body"));
    }
    assertThat(told()).contains("> class", "< app").doesNotContain("handler");
  }

  @Test
  void anAnnotationOfTheUsersIsReadByItsMiddlewareWhereverItStands() {
    try (var client = way.client(app())) {
      client.get("/a/b/gallery/same");
    }
    assertThat(told()).filteredOn("> class"::equals).hasSize(2);
    assertThat(told()).doesNotContain("> method");
  }

  @Test
  void aRequestThatLeadsNowherePassesTheAppAlone() {
    try (var client = way.client(app())) {
      assertThat(client.get("/a/b/nowhere").status()).isEqualTo(404);
    }
    assertThat(told()).containsExactly("> app", "> drawer", "< drawer", "< app");
  }

  @Test
  void aMiddlewareThatTakesAnAnnotationIsNotNamedByItsClass() {
    assertThatThrownBy(() -> TestClient.of(Covet.app().use(Marker.class).add(Gallery.class)))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("shop.Marker cannot be created")
        .hasMessageContaining("If its constructor takes an annotation, put that on routes");
  }
}
