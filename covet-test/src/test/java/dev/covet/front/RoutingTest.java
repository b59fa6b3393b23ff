package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Method;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** S2.router.radix, S2.parse.query, P1, B4: which route answers, and what it is told. */
@ParameterizedClass
@EnumSource(Way.class)
class RoutingTest {
  private final Way way;

  RoutingTest(Way way) {
    this.way = way;
  }

  private static App users() {
    return Covet.app()
        .get("/", said("root"))
        .get("/users", said("all"))
        .post("/users", said("new"))
        .get("/users/{id}", said("one"))
        .delete("/users/{id}", said("gone"))
        .get("/users/me", said("me"))
        .get("/users/{id}/posts/{post}", said("post"))
        .get("/files/{rest...}", said("file"));
  }

  private static Handler said(String name) {
    return request -> Response.text(name + values(request));
  }

  private static String values(Request request) {
    var values = request.pathValues();
    return values.names().stream()
        .map(name -> " " + name + "=" + values.get(name))
        .collect(Collectors.joining());
  }

  @Test
  void aPathLeadsToItsRoute() {
    try (var client = way.client(users())) {
      assertThat(client.get("/").text()).isEqualTo("root");
      assertThat(client.get("/users").text()).isEqualTo("all");
      assertThat(client.post("/users").text()).isEqualTo("new");
      assertThat(client.get("/users/7").text()).isEqualTo("one id=7");
      assertThat(client.get("/users/7/posts/8").text()).isEqualTo("post id=7 post=8");
      assertThat(client.get("/files/a/b.txt").text()).isEqualTo("file rest=a/b.txt");
    }
  }

  @Test
  void aLiteralWinsOverAVariableWhereTheMethodHasIt() {
    try (var client = way.client(users())) {
      assertThat(client.get("/users/me").text()).isEqualTo("me");
      assertThat(client.delete("/users/me").text()).isEqualTo("gone id=me");
    }
  }

  @Test
  void aSlashAtTheEndMeansNothing() {
    try (var client = way.client(users())) {
      assertThat(client.get("/users/").text()).isEqualTo("all");
      assertThat(client.get("/users/7/").text()).isEqualTo("one id=7");
      assertThat(client.get("/users//").status()).isEqualTo(404);
      assertThat(client.get("//users").status()).isEqualTo(404);
    }
  }

  @Test
  void valuesAreDecodedOnce() {
    try (var client = way.client(users())) {
      assertThat(client.get("/users/J%C3%BCrg%20+;v=1").text()).isEqualTo("one id=Jürg +;v=1");
      assertThat(client.get("/users/%2541").text()).isEqualTo("one id=%41");
    }
  }

  /** P1: what could be another path to somebody else is no path (also beyond.md, table A: 404). */
  @Test
  void dangerousPathsAreRefused() {
    try (var client = way.client(users())) {
      for (var path :
          List.of(
              "/users/a%2Fb",
              "/users/a%5Cb",
              "/users/..",
              "/users/.",
              "/users/%2e%2E",
              "/users/a%00",
              "/users/%0a",
              "/users/%C0%AF",
              "/users/%ff",
              "/users/%zz",
              "/users/%4")) {
        var answer = client.get(path);
        assertThat(answer.status()).as(path).isEqualTo(400);
        assertThat(answer.errorCode()).as(path).contains("BAD_REQUEST");
      }
    }
  }

  @Test
  void aMethodThatIsNotThereIs405WithThoseThatAre() {
    try (var client = way.client(users())) {
      var answer = client.put("/users/7", "{}");

      assertThat(answer.status()).isEqualTo(405);
      assertThat(answer.header("Allow")).contains("DELETE, GET, HEAD, OPTIONS");
      assertThat(answer.errorCode()).contains("METHOD_NOT_ALLOWED");
      assertThat(client.post("/users/me").header("Allow")).contains("DELETE, GET, HEAD, OPTIONS");
    }
  }

  @Test
  void headIsGetWithoutItsBody() {
    try (var client = way.client(users())) {
      var get = client.get("/users/7");
      var head = client.head("/users/7");

      assertThat(head.status()).isEqualTo(200);
      assertThat(head.bytes()).isEmpty();
      for (var name : List.of("Content-Type", "Content-Length", "Cache-Control")) {
        assertThat(head.header(name)).as(name).isPresent().isEqualTo(get.header(name));
      }
      assertThat(client.head("/nowhere").bytes()).isEmpty();
    }
  }

  @Test
  void optionsSaysWhatThereIs() {
    try (var client = way.client(users())) {
      var answer = client.options("/users");

      assertThat(answer.status()).isEqualTo(204);
      assertThat(answer.header("Allow")).contains("GET, HEAD, OPTIONS, POST");
      assertThat(answer.header("Content-Length")).isEmpty();
      assertThat(answer.header("Content-Type")).isEmpty();
      assertThat(client.options("/nowhere").status()).isEqualTo(404);
      assertThat(client.options("*").status()).isEqualTo(204);
    }
  }

  @Test
  void aPathThatIsNotThereIs404InTheOneFormat() {
    try (var client = way.client(users())) {
      var answer = client.get("/nowhere");

      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.header("Content-Type")).contains("application/json");
      assertThat(answer.text())
          .startsWith("{\"error\":{\"code\":\"NOT_FOUND\"")
          .contains("\"details\":[]");
    }
  }

  private static App query() {
    return Covet.app()
        .get(
            "/q",
            request -> {
              var all = request.parameters();
              return Response.text(all.size() + ":" + String.join("|", all.all("a")));
            });
  }

  @Test
  void aQueryIsReadAsFormsWriteIt() {
    try (var client = way.client(query())) {
      assertThat(client.get("/q").text()).isEqualTo("0:");
      assertThat(client.get("/q?").text()).isEqualTo("0:");
      assertThat(client.get("/q?a=1&b=2&a=3").text()).isEqualTo("3:1|3");
      assertThat(client.get("/q?a=x+y&a=x%2By&a=%C3%BC").text()).isEqualTo("3:x y|x+y|ü");
      assertThat(client.get("/q?a&a=&&a==").text()).isEqualTo("3:||=");
      assertThat(client.get("/q?a[9999]=1").text()).isEqualTo("1:");
    }
  }

  @Test
  void aBrokenEscapeInTheQueryIs400() {
    try (var client = way.client(query())) {
      for (var broken : List.of("a=%", "a=%4", "a=%zz", "%ff=1", "a=%C0%AF", "a=%ED%A0%80")) {
        var answer = client.get("/q?" + broken);
        assertThat(answer.status()).as(broken).isEqualTo(400);
        assertThat(answer.errorCode()).as(broken).contains("BAD_REQUEST");
      }
    }
  }

  /** B4. */
  @Test
  void moreThan256ParametersAre400() {
    try (var client = way.client(query())) {
      var most = IntStream.range(0, 256).mapToObj(i -> "a=").collect(Collectors.joining("&"));

      assertThat(client.get("/q?" + most).status()).isEqualTo(200);
      var answer = client.get("/q?" + most + "&b=");
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.errorCode()).contains("QUERY_PARAMETERS_MAX");
    }
  }

  /** B1: a body is refused by its length, and so is one that turns out too long. */
  @Test
  void aBodyBeyondTheLimitIs413() {
    var app =
        Covet.app()
            .set("BODY_BYTES_MAX", "1000")
            .post("/size", request -> Response.text("" + request.bytes().length))
            .post("/ignored", _ -> Response.text("never read"));
    try (var client = way.client(app)) {
      assertThat(client.request(Method.POST, "/size").body(new byte[1000]).send().text())
          .isEqualTo("1000");
      var answer = client.request(Method.POST, "/size").body(new byte[1001]).send();
      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.errorCode()).contains("BODY_BYTES_MAX");
      assertThat(client.request(Method.POST, "/size").body(new byte[200_000]).send().status())
          .isEqualTo(413);
      assertThat(client.request(Method.POST, "/ignored").body(new byte[2000]).send().text())
          .isEqualTo("never read");
    }
  }
}
