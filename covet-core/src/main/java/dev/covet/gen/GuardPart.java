package dev.covet.gen;

import dev.covet.base.inject.Wiring;
import dev.covet.schema.Operation;
import dev.covet.web.http.Middleware;
import java.util.Set;

/** How a guard is asked before a handler. */
public interface GuardPart {
  /** What it takes of a request and what it answers, as an operation without a path. */
  Operation operation();

  /** The names that it reads of the query, second ones too. */
  default Set<String> queries() {
    return Set.of();
  }

  /**
   * What asks it, and lets a request through that it does not refuse. Called once per start;
   * nothing exists yet, so it asks for slots.
   */
  Middleware check(Wiring wiring);
}
