package dev.covet.processor.emit.routes;

import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.route.RouteModel;
import dev.covet.processor.model.route.RoutesModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Names the members that are written for each route: the method's name, and what tells it from
 * types that the class names and from overloads. Not thread-safe.
 */
public final class HandlerNames {
  /** Simple names that generated routes use; a record of that name would make them long. */
  private static final Set<String> USED =
      Set.of(
          ("AddedPart ArrayList Bind Bodies BodySchema Boolean Checked Choices Codec"
                  + " Codecs Constraints Double Exception GuardPart Handler Hook Integer Key Kind"
                  + " Constraint List Long Map MediaTypes Middleware Object ObjectSchema Operation"
                  + " Optional Override Parameter Problems Property Provider Request Response"
                  + " ResponseSchema Route Schema Set Slot String SuppressWarnings TextPattern"
                  + " UsedGuard UsedMiddleware Wiring")
              .split(" "));

  private final Set<String> taken;
  private final Map<RouteModel, String> records = new HashMap<>();
  private final Map<RouteModel, String> operations = new HashMap<>();

  HandlerNames(CompilationModel model, RoutesModel routes) {
    taken = new HashSet<>(JavaCode.neighbours(model, routes.name().packageName()));
    taken.addAll(USED);
    taken.add(routes.generated().nested());
    routes.routes().stream()
        .flatMap(route -> route.parameters().stream())
        .flatMap(each -> Stream.of(each.value().type().source().split("(?U)[^\\w$]+", -1)))
        .forEach(taken::add);
    for (var route : routes.routes()) {
      records.put(route, fresh(Literals.capitalized(route.javaName())));
      operations.put(route, numbered(route.javaName() + "Operation"));
    }
  }

  private String fresh(String wish) {
    return taken.add(wish) ? wish : numbered(wish + "Handler");
  }

  private String numbered(String wish) {
    var name = wish;
    for (int i = 2; !taken.add(name); i++) name = wish + i;
    return name;
  }

  /** The record that handles a route. */
  public String of(RouteModel route) {
    return String.valueOf(records.get(route));
  }

  /** The method that gives a route's operation. */
  String operation(RouteModel route) {
    return String.valueOf(operations.get(route));
  }
}
