package dev.covet.conformance;

import dev.covet.api.Html;
import dev.covet.api.Mode;
import dev.covet.api.TooManyRequests;
import dev.covet.api.Unauthorized;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.app.RunningApp;
import dev.covet.app.StartOptions;
import dev.covet.web.http.Method;
import dev.covet.web.http.Request;
import dev.covet.web.http.RequestCookies;
import dev.covet.web.http.Response;
import dev.covet.web.middleware.Cors;
import dev.covet.web.server.Server;
import dev.covet.web.server.ServerSettings;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * S3.sec.cors, C3: pages of two other origins call an API in a browser, one that it allows and one
 * that it does not. What counts is what the browser lets each page see.
 */
final class CorsInBrowser {
  /** What a page asks for, as {@code fetch} takes it. */
  private static final Map<String, String> CALLS = calls();

  /** What the page of the origin sees that is allowed. */
  private static final Map<String, String> SEEN =
      Map.of(
          "simple", "200 item",
          "preflight", "200 put by Bearer x",
          "credentials", "200 cookie of it",
          "unauthorized", "401 UNAUTHORIZED",
          "too many", "429 TOO_MANY_REQUESTS 7",
          "broken", "500 INTERNAL_ERROR",
          "nowhere", "404 NOT_FOUND",
          "wrong method", "TypeError");

  private final Browser browser;

  private CorsInBrowser(Browser browser) {
    this.browser = browser;
  }

  private static Map<String, String> calls() {
    var calls = new LinkedHashMap<String, String>();
    calls.put("simple", "'/item'");
    calls.put("preflight", "'/item', {method: 'PUT', headers: {Authorization: 'Bearer x'}}");
    calls.put("credentials", "'/cookie', {credentials: 'include'}");
    calls.put("unauthorized", "'/unauthorized', {headers: {Authorization: 'Bearer y'}}");
    calls.put("too many", "'/busy', {method: 'POST'}");
    calls.put("broken", "'/broken'");
    calls.put("nowhere", "'/nowhere'");
    calls.put("wrong method", "'/item', {method: 'DELETE'}");
    return calls;
  }

  /**
   * Runs the check.
   *
   * @param args the browser's program
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    try (var own = Served.of(page());
        var other = Served.of(page());
        var api = Served.of(api(own.origin()));
        var browser = new Browser(args[0])) {
      var check = new CorsInBrowser(browser);
      check.sees(own, api, SEEN);
      var nothing = new LinkedHashMap<>(CALLS);
      nothing.replaceAll((_, _) -> "TypeError");
      check.sees(other, api, nothing);
    }
  }

  /** An app on a port of its own. */
  private record Served(RunningApp app, Server server) implements AutoCloseable {
    static Served of(App app) {
      var running = app.start(StartOptions.of(Mode.TEST));
      var settings = ServerSettings.of("127.0.0.1", 0);
      return new Served(running, Server.start(running, settings, running.loops()));
    }

    String origin() {
      return "http://127.0.0.1:" + server.port();
    }

    @Override
    public void close() {
      server.close();
      app.close();
    }
  }

  private static App page() {
    return Covet.app().get("/", _ -> Response.html(Html.raw("<!doctype html><title>page</title>")));
  }

  private static App api(String allowed) {
    return Covet.app()
        .use(Cors.of(allowed).credentials().methods(Method.GET, Method.POST, Method.PUT))
        .get("/item", _ -> Response.text("item"))
        .put("/item", it -> Response.text("put by " + it.header("Authorization").orElse("")))
        .get("/cookie", it -> Response.text("cookie of " + cookie(it)))
        .get("/sets", _ -> Response.text("set").withHeader("Set-Cookie", "who=it; Path=/"))
        .get(
            "/unauthorized",
            _ -> {
              throw new Unauthorized("Sign in first");
            })
        .use((request, next) -> next.handle(request).withHeader("Retry-After", "7"))
        .post(
            "/busy",
            _ -> {
              throw new TooManyRequests("Wait");
            })
        .get(
            "/broken",
            _ -> {
              throw new IllegalStateException("broken");
            });
  }

  private static String cookie(Request request) {
    return String.join("+", RequestCookies.of(request.headers()).all("who"));
  }

  private void sees(Served page, Served api, Map<String, String> expected)
      throws IOException, InterruptedException {
    browser.go(api.origin() + "/sets");
    browser.go(page.origin() + "/");
    for (var call : CALLS.entrySet()) {
      var seen = fetch(api.origin(), call.getValue());
      var right = expected.getOrDefault(call.getKey(), "");
      if (!seen.equals(right)) {
        throw new AssertionError(
            "%s from %s: the page sees \"%s\", not \"%s\""
                .formatted(call.getKey(), page.origin(), seen, right));
      }
    }
  }

  /** Status, text or error code, and when to come back; or what the browser throws. */
  private String fetch(String api, String call) throws IOException, InterruptedException {
    browser.ask(
        """
        (() => {
          window.seen = '';
          const read = async answer => {
            const text = await answer.text();
            const code = text.startsWith('{') ? JSON.parse(text).error.code : text;
            const later = answer.status === 429 ? answer.headers.get('Retry-After') : '';
            return [answer.status, code, later].filter(each => each).join(' ');
          };
          fetch('%s' + %s).then(read).catch(e => e.name).then(seen => { window.seen = seen; });
          return 'asked';
        })()
        """
            .formatted(api, call));
    browser.await("an answer of " + call, "window.seen !== ''");
    return browser.ask("window.seen");
  }
}
