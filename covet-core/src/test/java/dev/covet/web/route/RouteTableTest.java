package dev.covet.web.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.web.http.Method;
import dev.covet.web.http.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows S2.router.radix and D24; P1 of the limits. */
class RouteTableTest {
  private final RouteTable table =
      table(
          get("/"),
          get("/users"),
          get("/users/{id}"),
          get("/users/me"),
          get("/users/me/keys"),
          get("/users/{id}/posts/{post}"),
          get("/users/{id}/posts/new"),
          get("/user-list"),
          get("/files/{rest...}"),
          get("/café"),
          Route.delete("/users/{id}", "delete", _ -> Response.empty(204)));

  @Test
  void aPathHasAsManyVariablesAsItLikes() {
    var wide = table(get("/{a}/{b}/{c}/{d}/{e}/{f}/{g}"));

    assertThat(wide.match(Method.GET, "/1/2/3/4/5/6/7"))
        .isInstanceOfSatisfying(
            Match.Found.class, found -> assertThat(found.values().get("g")).isEqualTo("7"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /                    | /                        | ''
          /users               | /users                   | ''
          /users/              | /users                   | ''
          /user-list           | /user-list               | ''
          /users/7             | /users/{id}              | id=7
          /users/7/            | /users/{id}              | id=7
          /users/me            | /users/me                | ''
          /users/men           | /users/{id}              | id=men
          /users/m             | /users/{id}              | id=m
          /users/me/keys       | /users/me/keys           | ''
          /users/me/posts/4    | /users/{id}/posts/{post} | id=me post=4
          /users/me/posts/new  | /users/{id}/posts/new    | id=me
          /users/1/posts/newer | /users/{id}/posts/{post} | id=1 post=newer
          /users/a%20b         | /users/{id}              | id=a b
          /users/a+b;c=d       | /users/{id}              | id=a+b;c=d
          /%75sers/7           | /users/{id}              | id=7
          /caf%C3%A9           | /café                    | ''
          /files/a             | /files/{rest...}         | rest=a
          /files/a/b.txt       | /files/{rest...}         | rest=a/b.txt
          /files/.hidden       | /files/{rest...}         | rest=.hidden
          """)
  void theLeftmostLiteralWinsAndOthersAreTriedAfterIt(String path, String template, String values) {
    var match = table.match(Method.GET, path);

    assertThat(match).isInstanceOf(Match.Found.class);
    var found = (Match.Found) match;
    assertThat(found.route().template().text()).isEqualTo(template);
    var all = new ArrayList<String>();
    found.values().names().forEach(name -> all.add(name + "=" + found.values().get(name)));
    assertThat(String.join(" ", all)).isEqualTo(values);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/nowhere", "//", "/users//", "//users", "/users/1/posts", "/files", "/u"})
  void whatNoRouteHasIsNothing(String path) {
    assertThat(table.match(Method.GET, path)).isInstanceOf(Match.Nothing.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/users/a%2Fb",
        "/users/a%2fb",
        "/users/a%5Cb",
        "/users/a\\b",
        "/users/..",
        "/users/.",
        "/users/%2e%2e",
        "/users/%2E",
        "/users/a%00b",
        "/users/a%0Ab",
        "/users/%7F",
        "/users/%",
        "/users/%4",
        "/users/%zz",
        "/users/%C0%AF",
        "/users/%ED%A0%80",
        "/../users",
        "users",
        ""
      })
  void whatCouldMeanAnotherPathIsBroken(String path) {
    assertThat(table.match(Method.GET, path)).isInstanceOf(Match.Broken.class);
  }

  @Test
  void aKnownPathNamesItsMethods() {
    assertThat(table.match(Method.PUT, "/users/7"))
        .isEqualTo(
            new Match.WrongMethod(Set.of(Method.GET, Method.HEAD, Method.DELETE, Method.OPTIONS)));
  }

  @Test
  void anotherMethodsLiteralDoesNotHideAVariable() {
    assertThat(table.match(Method.DELETE, "/users/me")).isInstanceOf(Match.Found.class);
  }

  @Test
  void headIsAnsweredByGet() {
    assertThat(table.match(Method.HEAD, "/users/me")).isInstanceOf(Match.Found.class);
  }

  @Test
  void twoRoutesOnTheSamePathsAreAFaultThatNamesBoth() {
    assertThat(faults("/a/{x}", "/a/{y}/"))
        .containsExactly(
            "One.read (GET /a/{x}) and Two.read (GET /a/{y}) match the same paths. Give one of them"
                + " another path or method.");
  }

  @Test
  void twoRoutesOnOnePathAreAFaultThatNamesItOnce() {
    assertThat(faults("/a", "/a/"))
        .containsExactly(
            "One.read and Two.read both answer GET /a. Give one of them another path or method.");
  }

  private static List<String> faults(String one, String two) {
    var faults = new ArrayList<String>();
    var first = Route.get(one, "One.read", _ -> Response.empty(204));
    var second = Route.get(two, "Two.read", _ -> Response.empty(204));
    RouteTable.of(List.of(first, second), faults::add);
    return faults;
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "/a{x}", "/{x}{y}", "/{}", "/{x}/{x}", "/{r...}/b", "/{x"})
  void aTemplateThatMakesNoSenseIsRefused(String path) {
    assertThatThrownBy(() -> PathTemplate.of(path))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(path);
  }

  private static RouteTable table(Route... routes) {
    return RouteTable.of(
        List.of(routes),
        fault -> {
          throw new AssertionError(fault);
        });
  }

  private static Route get(String path) {
    return Route.get(path, path, _ -> Response.empty(204));
  }
}
