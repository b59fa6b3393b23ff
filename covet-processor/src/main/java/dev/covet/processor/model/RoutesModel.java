package dev.covet.processor.model;

import java.util.List;

/**
 * A class with {@code @Routes}.
 *
 * @param prefix before each path: {@code /heroes}, or {@code ""}
 * @param constructor what its constructor asks for; nothing where it is not made by the app
 * @param thrown what its constructor throws
 * @param routes in the order of the source
 * @param uses middleware of the class, outermost first
 */
public record RoutesModel(
    TypeName name,
    String prefix,
    List<ParameterModel> constructor,
    List<ThrownModel> thrown,
    List<RouteModel> routes,
    List<HookModel> hooks,
    List<UseModel> uses,
    Doc doc) {
  /** Copies the lists. */
  public RoutesModel {
    constructor = List.copyOf(constructor);
    thrown = List.copyOf(thrown);
    routes = List.copyOf(routes);
    hooks = List.copyOf(hooks);
    uses = List.copyOf(uses);
  }
}
