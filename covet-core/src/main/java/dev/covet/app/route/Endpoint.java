package dev.covet.app.route;

import dev.covet.base.inject.Container;
import dev.covet.base.loop.Trust;
import dev.covet.gen.UsedGuard;
import dev.covet.web.error.Faults;
import dev.covet.web.http.Found;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.RequestTerms;
import dev.covet.web.http.Response;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * A route of a started app. Each request gets a scope of its own, which whoever dispatched it
 * closes at the end of its response.
 */
public final class Endpoint implements Found {
  private final Container container;
  private final Faults faults;
  private final List<Middleware> routers;
  private final List<String> guards;
  private final Handler chain;
  private final Handler outer;
  private final Trust trust;
  private final String template;
  private final String operation;
  private final RequestTerms terms;

  /**
   * An endpoint.
   *
   * @param terms of the app; the route may have a limit of its own
   */
  public Endpoint(Container container, Faults faults, AddedRoute added, RequestTerms terms) {
    var route = added.route();
    this.container = container;
    this.faults = faults;
    this.routers = added.routers();
    var asked =
        route.middleware().stream()
            .filter(UsedGuard.class::isInstance)
            .map(UsedGuard.class::cast)
            .toList();
    this.guards = asked.stream().map(UsedGuard::name).toList();
    this.chain = faults.chain(route.middleware(), route.handler());
    this.outer = routers.isEmpty() ? this::opened : faults.chain(routers, this::opened);
    this.trust = route.newTrust();
    this.template = route.template().text();
    this.operation = route.method() + " " + template;
    var own = terms(terms, route.bodyBytesMax(), asked);
    this.terms = added.callers().asks() || !asked.isEmpty() ? own.withPersonal() : own;
  }

  private static RequestTerms terms(
      RequestTerms terms, OptionalLong bytesMax, List<UsedGuard> asked) {
    var guarded =
        asked.stream().flatMap(each -> each.queries().stream()).collect(Collectors.toSet());
    var own = guarded.isEmpty() ? terms : terms.withGuarded(guarded);
    return bytesMax.isPresent() ? own.withBodyBytesMax(bytesMax.getAsLong()) : own;
  }

  @Override
  public Trust trust() {
    return trust;
  }

  /** The guards that are asked before its handler, by their names. */
  public List<String> guards() {
    return guards;
  }

  @Override
  public String template() {
    return template;
  }

  @Override
  public String operation() {
    return operation;
  }

  @Override
  public Response handle(Request request) {
    var matched = request.matched();
    matched.keepTo(terms);
    return outer.handle(matched);
  }

  /** Whether another route stands within the same routers. */
  boolean isBeside(Endpoint other) {
    return routers.equals(other.routers);
  }

  @Override
  public Response refuse(Request request, Handler answer) {
    var matched = request.matched();
    matched.keepTo(terms);
    return routers.isEmpty()
        ? answer.handle(matched)
        : faults.chain(routers, answer).handle(matched);
  }

  /** Opens the services, behind the middleware of routers. */
  private Response opened(Request matched) {
    matched.context().opened(container.open(matched));
    return chain.handle(matched);
  }
}
