package dev.covet.test;

import dev.covet.api.ErrorReport;
import dev.covet.schema.Operation;
import dev.covet.web.docs.Promises;
import java.util.List;

/** Holds answers to what the app's document says of them. Thread-safe. */
final class Documented {
  private final Promises promises;

  Documented(List<Operation> all) {
    this.promises = new Promises(all);
  }

  /** Refuses a call of a generated client for which there is no route. */
  void checkReached(Sent sent, Call call, int status) {
    var request = call.request();
    var isNowhere = status == 404 || status == 405;
    if (!isNowhere || request == null || promises.of(request).isPresent()) return;
    throw new AssertionError(
        "%s reaches no route of the app. Add its class; where that is below a router or in a mounted app, use client.at(\"/prefix\")."
            .formatted(sent));
  }

  /**
   * Refuses a status, an error, or a type of a body, that the operation which answered does not
   * list.
   */
  void check(Call call, int status, String mediaType) {
    var request = call.request();
    if (request == null) return;
    var given =
        new Promises.Given(status, mediaType, call.report().map(ErrorReport::code).orElse(""));
    promises
        .of(request)
        .flatMap(operation -> Promises.broken(operation, given))
        .ifPresent(text -> {
          throw new AssertionError(text);
        });
  }
}
