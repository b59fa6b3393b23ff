package dev.covet.app;

import dev.covet.base.inject.Container;
import dev.covet.base.loop.Trust;
import dev.covet.web.http.Found;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Request;
import dev.covet.web.http.RequestTerms;
import dev.covet.web.http.Response;
import dev.covet.web.route.Route;

/**
 * A route of a started app. Each request gets a scope of its own, which whoever dispatched it
 * closes at the end of its response.
 */
final class Endpoint implements Found {
  private final Container container;
  private final Handler chain;
  private final Trust trust;
  private final String template;
  private final String operation;
  private final RequestTerms terms;

  Endpoint(Container container, Route route, Handler chain, RequestTerms terms) {
    this.container = container;
    this.chain = chain;
    this.trust = route.newTrust();
    this.template = route.template().text();
    this.operation = route.method() + " " + template;
    this.terms = terms;
  }

  @Override
  public Trust trust() {
    return trust;
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
    matched.context().opened(container.open(matched));
    matched.keepTo(terms);
    return chain.handle(matched);
  }
}
