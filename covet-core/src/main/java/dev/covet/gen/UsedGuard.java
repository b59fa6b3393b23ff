package dev.covet.gen;

import dev.covet.base.inject.Wiring;
import dev.covet.schema.Operation;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A guard before a route. Two of one class that take no annotation are equal, so that a route asks
 * such a guard once, wherever it is named. Thread-safe.
 */
public final class UsedGuard implements Middleware {
  private final GuardPart part;
  private final Middleware check;

  private UsedGuard(GuardPart part, Middleware check) {
    this.part = part;
    this.check = check;
  }

  /** A guard of one start. */
  public static UsedGuard of(GuardPart part, Wiring wiring) {
    return new UsedGuard(part, part.check(wiring));
  }

  @Override
  public Response handle(Request request, Handler next) {
    return check.handle(request, next);
  }

  /** What it takes of a request and what it answers. */
  public Operation operation() {
    return part.operation();
  }

  /** The names that it reads of the query, second ones too. */
  public Set<String> queries() {
    return part.queries();
  }

  /** How lists call it: by the simple name of its class. */
  public String name() {
    var source = operation().source();
    return source.substring(0, source.indexOf('.'));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UsedGuard guard && guard.part.getClass() == part.getClass();
  }

  @Override
  public int hashCode() {
    return part.getClass().hashCode();
  }
}
