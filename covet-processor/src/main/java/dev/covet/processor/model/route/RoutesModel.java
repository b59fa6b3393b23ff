package dev.covet.processor.model.route;

import dev.covet.processor.model.service.Made;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.service.ThrownModel;
import dev.covet.processor.model.source.Misplaced;
import dev.covet.processor.model.type.Doc;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.Where;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A class that an app adds: one with {@code @Routes}, or one that has hooks alone. A guard is one
 * with a single method that answers nothing.
 *
 * @param kind what is generated for it
 * @param constructor what its constructor asks for; nothing where it is not made by the app
 * @param thrown what its constructor throws
 * @param routes in the order of the source
 * @param uses middleware of the class, outermost first
 */
public record RoutesModel(
    TypeName name,
    Made.Kind kind,
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

  /** The same class with less in it. */
  public RoutesModel with(
      List<ParameterModel> asked, List<RouteModel> someRoutes, List<HookModel> someHooks) {
    return new RoutesModel(name, kind, asked, thrown, someRoutes, someHooks, uses, doc);
  }

  /** This as far as generated code can make it and call its methods. */
  public RoutesModel callable(List<Misplaced> wrong) {
    if (wrong.stream().anyMatch(Misplaced::isClass)) return with(List.of(), List.of(), List.of());
    var staticOnly = wrong.stream().anyMatch(Misplaced::isHiddenConstructor);
    var places =
        wrong.stream().map(each -> each.where().at("")).collect(Collectors.toUnmodifiableSet());
    BiPredicate<Boolean, Where> isCallable =
        (isStatic, where) -> (isStatic || !staticOnly) && !places.contains(where);
    return with(
        constructor,
        routes.stream().filter(each -> isCallable.test(each.isStatic(), each.where())).toList(),
        hooks.stream().filter(each -> isCallable.test(each.isStatic(), each.where())).toList());
  }

  /** Whether one of its routes is deprecated, as all are where the class is. */
  public boolean hasDeprecated() {
    return routes.stream().anyMatch(each -> each.rules().remarks().deprecated());
  }

  /** Whether answers of a route are kept, to be given again. */
  public boolean isIdempotent() {
    return routes.stream().anyMatch(each -> each.rules().protection().idempotent().isPresent());
  }

  /** The middleware of the class and of its methods that the app makes. */
  public Stream<UseModel> allUses() {
    return Stream.concat(
            uses.stream(), routes.stream().flatMap(each -> each.rules().uses().stream()))
        .filter(each -> each.ready().isEmpty());
  }

  /** All parameters of its routes. */
  public Stream<ParameterModel> read() {
    return routes.stream().flatMap(each -> each.parameters().stream());
  }

  /** All parameters: of its constructor, its routes and its hooks. */
  public Stream<ParameterModel> asking() {
    return Stream.of(
            constructor.stream(),
            read(),
            hooks.stream().flatMap(each -> each.parameters().stream()))
        .flatMap(each -> each);
  }

  /** The guards of its routes. */
  public Stream<GuardModel> allGuards() {
    return routes.stream().flatMap(each -> each.rules().guards().stream()).distinct();
  }

  /** The class that is generated for it. */
  public TypeName generated() {
    return kind.of(name);
  }
}
