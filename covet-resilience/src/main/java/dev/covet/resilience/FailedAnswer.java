package dev.covet.resilience;

import dev.covet.web.http.Response;

/** Carries an answer of 500 to 599 through what stands around a route. Costs little. */
final class FailedAnswer extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Response response;

  FailedAnswer(Response response) {
    super(null, response.fault().orElse(null), false, false);
    this.response = response;
  }

  Response response() {
    return response;
  }
}
