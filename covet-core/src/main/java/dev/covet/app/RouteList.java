package dev.covet.app;

import dev.covet.app.health.Health;
import dev.covet.app.route.Endpoint;
import dev.covet.app.route.Mount;
import dev.covet.schema.Operation;
import dev.covet.schema.Parameter;
import dev.covet.web.route.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The routes of an app for people: method, path, handler, and where its values come from. Those of
 * mounted apps follow, each with its whole path. Not thread-safe.
 */
final class RouteList {
  /** What routes of documents are called. */
  static final String PAGES = "DocPages.handle";

  private final Map<String, Operation> operations = new HashMap<>();
  private final List<String> places = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  private RouteList() {}

  static String of(RunningApp app) {
    var list = listed(app);
    return String.join("\n", list.places) + "\n\n" + list.table();
  }

  /** The routes alone, but those of Covet's own pages. */
  static String routesOf(RunningApp app) {
    var list = listed(app);
    list.rows.removeIf(row -> row.get(1).equals(PAGES) || row.get(1).startsWith(Health.NAME + "."));
    return list.table();
  }

  private static RouteList listed(RunningApp app) {
    var list = new RouteList();
    app.operations().forEach(one -> list.operations.put(one.method() + " " + one.path(), one));
    list.add(app, "", "middleware");
    return list;
  }

  private void add(RunningApp app, String prefix, String what) {
    places.add(what + ": " + app.places());
    app.routes().forEach(route -> rows.add(row(route, prefix)));
    app.mounts().forEach(mount -> add(mount, prefix + mount.path()));
  }

  private void add(Mount mount, String path) {
    if (mount.handler() instanceof RunningApp app) {
      add(app, path, "middleware of " + path + "/*");
    } else {
      rows.add(List.of("* " + path + "/*", "mounted handler", ""));
    }
  }

  private List<String> row(Route route, String prefix) {
    var path = route.template().text();
    var whole = path.equals("/") && !prefix.isEmpty() ? prefix : prefix + path;
    var target = route.method() + " " + whole;
    var operation = operations.get(target);
    var takes = operation == null ? "" : takes(operation);
    return List.of(target, route.name(), (takes + guards(route)).strip());
  }

  private static String guards(Route route) {
    var guards =
        route.handler() instanceof Endpoint endpoint ? endpoint.guards() : List.<String>of();
    return guards.isEmpty() ? "" : "   guards: " + String.join(" > ", guards);
  }

  private static String takes(Operation operation) {
    var values =
        operation.parameters().stream()
            .map(RouteList::value)
            .collect(Collectors.toCollection(ArrayList::new));
    if (operation.body() != null) values.add("body");
    return String.join(", ", values);
  }

  private static String value(Parameter parameter) {
    var fallback = parameter.defaultText();
    return parameter.name()
        + ": "
        + parameter.in()
        + (fallback == null || fallback.isEmpty() ? "" : " = " + fallback);
  }

  private String table() {
    var first = width(0);
    var second = width(1);
    return rows.stream()
        .map(row -> padded(row.get(0), first) + padded(row.get(1), second) + row.get(2))
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n"));
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0) + 3;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
