package dev.covet.web.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of a route's path variables, decoded, in the order of the template. */
public final class PathValues {
  /** Those of a route without variables. */
  public static final PathValues NONE = new PathValues(List.of());

  private final List<String> names;
  private final String[] values;

  /** The values of these names, in their order. */
  public PathValues(List<String> names, String... values) {
    this.names = names;
    this.values = values.clone();
  }

  /** The names, as the template has them. */
  public List<String> names() {
    return names;
  }

  /** The value of a variable, or null if the route has none of this name. */
  public @Nullable String get(String name) {
    var place = names.indexOf(name);
    return place < 0 ? null : values[place];
  }
}
