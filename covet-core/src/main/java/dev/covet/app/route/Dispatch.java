package dev.covet.app.route;

import dev.covet.base.loop.Trust;
import dev.covet.schema.BuiltInError;
import dev.covet.web.error.Faults;
import dev.covet.web.http.Content;
import dev.covet.web.http.Found;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Method;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.message.PathValues;
import dev.covet.web.route.Match;
import dev.covet.web.route.RouteTable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Leads a request to the route, or the mount, that answers it. Thread-safe. */
public final class Dispatch implements Handler {
  private final RouteTable table;
  private final List<Mount> mounts;
  private final Faults faults;
  private final Trust missing = new Trust("no route", false);

  /** Dispatches among routes whose handlers are {@link Endpoint}s. */
  public Dispatch(RouteTable table, List<Mount> mounts, Faults faults) {
    this.table = table;
    this.mounts = List.copyOf(mounts);
    this.faults = faults;
  }

  public RouteTable table() {
    return table;
  }

  public List<Mount> mounts() {
    return mounts;
  }

  /** What answers no request of a route. */
  private record Elsewhere(Trust trust, String template, Handler handler) implements Found {
    @Override
    public Response handle(Request request) {
      return handler.handle(request);
    }
  }

  /**
   * Finds what answers a request, once for each target that it has, and keeps it in the request.
   */
  public Found find(Request request) {
    var known = request.found();
    if (known != null) return known;
    var match = table.match(request.method(), request.path());
    var found =
        switch (match) {
          case Match.Found(var route, _) -> (Endpoint) route.handler();
          case Match.WrongMethod(var allowed) ->
              new Elsewhere(missing, "", wrongMethod(request, allowed));
          case Match.Nothing() -> elsewhere(request);
          case Match.Broken() -> new Elsewhere(missing, "", this::broken);
        };
    request.found(found, match instanceof Match.Found(_, var values) ? values : PathValues.NONE);
    return found;
  }

  @Override
  public Response handle(Request request) {
    var response = find(request).handle(request);
    return request.connects() && !connects(response) ? notConnected(request) : response;
  }

  /** Whether its client sees by its status that this opens a WebSocket, or that nothing does. */
  private static boolean connects(Response response) {
    return response.status() >= 300 || response.content() instanceof Content.Dialogue;
  }

  /** A 2xx would say that the stream is a WebSocket from now on (RFC 8441, 5). */
  private Response notConnected(Request request) {
    return faults
        .refuse(request, BuiltInError.METHOD_NOT_ALLOWED, "There is no WebSocket at this path")
        .withHeader("Allow", allowed(request.path()));
  }

  /** What {@code Allow} says for a path; all methods where nothing is known of it. */
  public String allowed(String path) {
    return table.match(Method.OPTIONS, path) instanceof Match.WrongMethod(var allowed)
        ? allow(allowed)
        : allow(List.of(Method.values()));
  }

  private static String allow(Collection<Method> allowed) {
    return allowed.stream().map(Method::name).sorted().collect(Collectors.joining(", "));
  }

  /**
   * Answers for a method that the path does not have, within the routers of its routes: a preflight
   * (Fetch, 3.3.2) passes those of the route that it is about, all else those that all have.
   */
  private Handler wrongMethod(Request request, Collection<Method> allowed) {
    Handler answer = asked -> refused(asked, allowed);
    var about =
        request.method() == Method.OPTIONS
            ? request.header("Access-Control-Request-Method").flatMap(Method::of)
            : Optional.<Method>empty();
    var around =
        about
            .map(List::of)
            .filter(each -> allowed.contains(each.getFirst()))
            .orElseGet(() -> List.copyOf(allowed))
            .stream()
            .flatMap(method -> endpoint(method, request.path()))
            .toList();
    return !around.isEmpty() && around.stream().allMatch(around.getFirst()::isBeside)
        ? asked -> around.getFirst().refuse(asked, answer)
        : answer;
  }

  private Stream<Endpoint> endpoint(Method method, String path) {
    return table.match(method, path) instanceof Match.Found(var route, _)
        ? Stream.of((Endpoint) route.handler())
        : Stream.empty();
  }

  private Response refused(Request request, Collection<Method> allowed) {
    var allow = allow(allowed);
    var answer =
        request.method() == Method.OPTIONS
            ? Response.empty(204)
            : faults.refuse(
                request,
                BuiltInError.METHOD_NOT_ALLOWED,
                request.method() + " is not allowed here; allowed are " + allow);
    return answer.withHeader("Allow", allow);
  }

  private Found elsewhere(Request request) {
    return mount(request)
        .map(mount -> new Elsewhere(mount.trust(request), mount.path() + "/*", mount::handle))
        .orElseGet(() -> new Elsewhere(missing, "", this::nothing));
  }

  private Response nothing(Request request) {
    return faults.refuse(request, BuiltInError.NOT_FOUND, "There is nothing at this path");
  }

  private Optional<Mount> mount(Request request) {
    Mount nearest = null;
    for (var mount : mounts) {
      var isNearer = nearest == null || mount.path().length() > nearest.path().length();
      if (isNearer && mount.covers(request.path())) nearest = mount;
    }
    return Optional.ofNullable(nearest);
  }

  /** {@code OPTIONS *} asks about the server (RFC 9110, 9.3.7); all else is no path. */
  private Response broken(Request request) {
    return request.method() == Method.OPTIONS && request.path().equals("*")
        ? Response.empty(204)
        : faults.refuse(
            request,
            BuiltInError.BAD_REQUEST,
            "The path is malformed; encoded slashes, backslashes, dot segments and control"
                + " characters are refused, too");
  }
}
