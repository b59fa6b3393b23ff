package dev.covet.test;

import dev.covet.schema.Operation;
import dev.covet.web.docs.Promises;
import dev.covet.web.http.Request;
import dev.covet.web.route.Match;
import java.util.List;
import java.util.Optional;

/** Holds answers to what the app's document says of them. Thread-safe. */
final class Documented {
  private final Promises promises;

  Documented(List<Operation> all) {
    this.promises = new Promises(all);
  }

  /** Refuses a status that the operation which answered does not list. */
  void check(Call call, int status) {
    var request = call.request();
    if (request == null) return;
    operation(request)
        .flatMap(operation -> Promises.broken(operation, status))
        .ifPresent(text -> {
          throw new AssertionError(text);
        });
  }

  /** The operation that a route without types, or no route at all, has: none. */
  private Optional<Operation> operation(Request request) {
    return switch (request.attachment(Match.class)) {
      case Match.Found(var route, _) -> promises.of(route);
      case Match.Nothing() -> promises.of(request.method(), request.path());
      case null, default -> Optional.empty();
    };
  }
}
