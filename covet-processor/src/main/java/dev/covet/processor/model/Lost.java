package dev.covet.processor.model;

import dev.covet.processor.model.route.HookModel;
import dev.covet.processor.model.route.RouteModel;
import dev.covet.processor.model.type.Where;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Something that is declared and left out.
 *
 * @param what as messages call it
 */
public record Lost(String what, Where where) {

  /** What of a compilation is not in what is left of it. */
  static List<Lost> between(CompilationModel all, CompilationModel left) {
    return Stream.of(routes(all, left), hooks(all, left), providers(all, left), settings(all, left))
        .flatMap(each -> each)
        .toList();
  }

  private static Stream<Lost> routes(CompilationModel all, CompilationModel left) {
    var kept = new HashSet<RouteModel>();
    left.declared().called().forEach(each -> kept.addAll(each.routes()));
    return all.declared()
        .calls()
        .filter(each -> !kept.contains(each))
        .map(each -> new Lost(label(each), each.where()));
  }

  private static String label(RouteModel route) {
    return route.isGuard()
        ? route.javaName() + "(...)"
        : route.http().method() + " " + route.http().template();
  }

  private static Stream<Lost> hooks(CompilationModel all, CompilationModel left) {
    var kept = new HashSet<HookModel>();
    left.declared().routes().forEach(each -> kept.addAll(each.hooks()));
    return all.declared().routes().stream()
        .flatMap(each -> each.hooks().stream())
        .filter(each -> !kept.contains(each))
        .map(each -> new Lost(each.javaName() + "(...)", each.where()));
  }

  private static Stream<Lost> providers(CompilationModel all, CompilationModel left) {
    var kept = Set.copyOf(left.declared().providers());
    return all.declared().providers().stream()
        .filter(each -> !kept.contains(each))
        .map(each -> new Lost(each.method().orElse(each.owner().simple()), each.where()));
  }

  private static Stream<Lost> settings(CompilationModel all, CompilationModel left) {
    return all.declared().settings().stream()
        .filter(each -> !left.declared().isSettings(each))
        .map(each -> new Lost(each.simple(), Where.of(each)));
  }
}
