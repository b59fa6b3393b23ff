package dev.covet.web.route;

import dev.covet.web.http.Method;
import dev.covet.web.message.PathValues;
import java.util.Set;

/** What the route table found for a method and a path. */
public sealed interface Match {
  /** One route fits; {@code values} holds its path values, decoded, still as text. */
  record Found(Route route, PathValues values) implements Match {}

  /** The path exists, but not for this method. */
  record WrongMethod(Set<Method> allowed) implements Match {}

  /** No route has this path. */
  record Nothing() implements Match {}

  /** The path is one that no route can have: a bad escape, a dot segment, a control character. */
  record Broken() implements Match {}
}
