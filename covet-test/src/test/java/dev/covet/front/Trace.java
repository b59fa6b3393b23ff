package dev.covet.front;

import dev.covet.web.http.Middleware;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What happened, in order. */
final class Trace {
  private final List<String> events = new CopyOnWriteArrayList<>();

  void add(String event) {
    events.add(event);
  }

  /** Everything so far, which is then forgotten. */
  List<String> taken() {
    var all = List.copyOf(events);
    events.clear();
    return all;
  }

  /** Middleware that notes what passes. */
  Middleware middleware(String name) {
    return (request, next) -> {
      add("> " + name);
      var response = next.handle(request);
      add("< " + name + " " + response.status());
      return response;
    };
  }

  /** Something that notes its end. */
  AutoCloseable closed(String name) {
    return () -> add("closed " + name);
  }
}
