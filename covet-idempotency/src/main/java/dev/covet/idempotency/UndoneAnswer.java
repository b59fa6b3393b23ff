package dev.covet.idempotency;

import dev.covet.web.http.Response;

/** Carries an answer out of a transaction that it rolls back. Costs little. */
final class UndoneAnswer extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Response response;

  UndoneAnswer(Response response) {
    super(null, null, false, false);
    this.response = response;
  }

  Response response() {
    return response;
  }
}
