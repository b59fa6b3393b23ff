package dev.covet.app;

import dev.covet.base.inject.Container;
import dev.covet.base.loop.Trust;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Request;
import dev.covet.web.http.RequestTerms;
import dev.covet.web.http.Response;

/**
 * A route of a started app. Each request gets a scope of its own, which whoever dispatched it
 * closes at the end of its response.
 */
final class Endpoint implements Handler {
  private final Container container;
  private final Handler chain;
  private final Trust trust;
  private final RequestTerms terms;

  Endpoint(Container container, Handler chain, Trust trust, RequestTerms terms) {
    this.container = container;
    this.chain = chain;
    this.trust = trust;
    this.terms = terms;
  }

  Trust trust() {
    return trust;
  }

  @Override
  public Response handle(Request matched) {
    matched.attach(container.open(matched));
    matched.keepTo(terms);
    return chain.handle(matched);
  }
}
