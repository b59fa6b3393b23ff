package dev.covet.test;

import dev.covet.schema.Operation;
import dev.covet.web.docs.Promises;
import java.util.List;

/** Holds answers to what the app's document says of them. Thread-safe. */
final class Documented {
  private final Promises promises;

  Documented(List<Operation> all) {
    this.promises = new Promises(all);
  }

  /** Refuses a status, or a type of a body, that the operation which answered does not list. */
  void check(Call call, int status, String mediaType) {
    var request = call.request();
    if (request == null) return;
    promises
        .of(request)
        .flatMap(operation -> Promises.broken(operation, status, mediaType))
        .ifPresent(text -> {
          throw new AssertionError(text);
        });
  }
}
