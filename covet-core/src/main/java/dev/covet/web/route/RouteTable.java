package dev.covet.web.route;

import dev.covet.web.http.Method;
import dev.covet.web.message.PathValues;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds routes by method and path, in time that grows with the length of the path alone. The routes
 * of a request's method compete: the leftmost literal wins, and where it leads nowhere the next
 * best is tried. {@code HEAD} is answered by {@code GET}; {@code /x/} is {@code /x}.
 */
public final class RouteTable {
  private static final Match NOTHING = new Match.Nothing();
  private static final Match BROKEN = new Match.Broken();

  private final List<Route> routes;
  private final Map<Method, PathNode> trees = new EnumMap<>(Method.class);

  private RouteTable(List<Route> routes) {
    this.routes = List.copyOf(routes);
    for (var route : routes) {
      trees.computeIfAbsent(route.method(), _ -> new PathNode("")).add(route);
    }
    trees.values().forEach(PathNode::settle);
  }

  /**
   * A table of these routes.
   *
   * @param faults is told of each two that match the same paths equally well; the first is kept
   */
  public static RouteTable of(List<Route> routes, Consumer<String> faults) {
    var known = new LinkedHashMap<String, Route>();
    for (var route : routes) {
      var other = known.putIfAbsent(route.method() + " " + route.template().shape(), route);
      if (other != null) faults.accept(conflict(route, other));
    }
    return new RouteTable(List.copyOf(known.values()));
  }

  private static String conflict(Route route, Route other) {
    if (other.name().equals(route.name()) && other.template().equals(route.template())) {
      return "%s answers %s %s twice. Add its class once, or under another router."
          .formatted(route.name(), route.method(), route.template());
    }
    return route.template().equals(other.template())
        ? "%s and %s both answer %s %s. Give one of them another path or method."
            .formatted(other.name(), route.name(), route.method(), route.template())
        : "%s (%s %s) and %s (%s %s) match the same paths. Give one of them another path or method."
            .formatted(
                other.name(),
                other.method(),
                other.template(),
                route.name(),
                route.method(),
                route.template());
  }

  /** The routes, in the order in which they were given. */
  public List<Route> routes() {
    return routes;
  }

  /** What there is for a method and a path as it came. */
  public Match match(Method method, String rawPath) {
    var path = PathText.decoded(rawPath);
    if (path == null) return BROKEN;
    var found = find(method, path);
    if (found instanceof Match.Found) return found;
    if (method == Method.HEAD && find(Method.GET, path) instanceof Match.Found get) return get;
    var allowed = allowed(path);
    return allowed.isEmpty() ? NOTHING : new Match.WrongMethod(allowed);
  }

  private Match find(Method method, String path) {
    var tree = trees.get(method);
    if (tree == null) return NOTHING;
    var walk = new Walk(path);
    var route = tree.find(walk, 0, 0);
    return route == null ? NOTHING : new Match.Found(route, walk.values(route));
  }

  private Set<Method> allowed(String path) {
    var allowed = EnumSet.noneOf(Method.class);
    for (var method : trees.keySet()) {
      if (find(method, path) instanceof Match.Found) allowed.add(method);
    }
    if (allowed.contains(Method.GET)) allowed.add(Method.HEAD);
    if (!allowed.isEmpty()) allowed.add(Method.OPTIONS);
    return allowed;
  }

  /** One search: the path and the variables found so far. */
  static final class Walk {
    final String path;
    private int[] places = new int[4];

    Walk(String path) {
      this.path = path;
    }

    /** Keeps where a variable stands; the last of a path comes first. */
    void variable(int depth, int from, int end) {
      if (2 * depth + 2 > places.length) places = Arrays.copyOf(places, 2 * depth + 2);
      places[2 * depth] = from;
      places[2 * depth + 1] = end;
    }

    PathValues values(Route route) {
      var names = route.template().names();
      if (names.isEmpty()) return PathValues.NONE;
      var values = new String[names.size()];
      for (var i = 0; i < values.length; i++) {
        values[i] = path.substring(places[2 * i], places[2 * i + 1]);
      }
      return new PathValues(names, values);
    }
  }
}
