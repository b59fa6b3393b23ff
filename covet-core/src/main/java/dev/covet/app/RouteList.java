package dev.covet.app;

import dev.covet.schema.Operation;
import dev.covet.schema.Parameter;
import dev.covet.web.route.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The routes of an app for people: method, path, handler, and where its values come from. */
final class RouteList {
  private RouteList() {}

  static String of(RunningApp app) {
    var operations = new HashMap<String, Operation>();
    app.operations().forEach(one -> operations.put(one.method() + " " + one.path(), one));
    var rows = new ArrayList<List<String>>();
    app.routes().forEach(route -> rows.add(row(route, operations)));
    return "middleware: " + app.places() + "\n\n" + table(rows);
  }

  private static List<String> row(Route route, Map<String, Operation> operations) {
    var target = route.method() + " " + route.template().text();
    var operation = operations.get(target);
    return List.of(target, route.name(), operation == null ? "" : takes(operation));
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
    return parameter.name() + ": " + parameter.in() + (fallback == null ? "" : " = " + fallback);
  }

  private static String table(List<List<String>> rows) {
    var first = width(rows, 0);
    var second = width(rows, 1);
    return rows.stream()
        .map(row -> padded(row.get(0), first) + padded(row.get(1), second) + row.get(2))
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n"));
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0) + 3;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
