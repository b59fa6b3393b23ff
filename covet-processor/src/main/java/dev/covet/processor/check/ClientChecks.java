package dev.covet.processor.check;

import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.RouteAnswers;
import dev.covet.processor.model.route.RouteModel;
import dev.covet.processor.model.route.RoutesModel;
import dev.covet.processor.model.service.Made;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules for the methods of generated clients: none is one that every object has. */
record ClientChecks(CompilationModel model) {
  private static final Set<String> OF_OBJECTS =
      Set.of(
          "clone()",
          "finalize()",
          "getClass()",
          "hashCode()",
          "notify()",
          "notifyAll()",
          "toString()",
          "wait()",
          "wait(long)",
          "wait(long, int)");

  Stream<Finding> of(RoutesModel routes) {
    return routes.kind() == Made.Kind.ROUTES
        ? routes.routes().stream().flatMap(each -> of(routes, each))
        : Stream.of();
  }

  private Stream<Finding> of(RoutesModel routes, RouteModel route) {
    var sent = new RouteAnswers(model, route).sent();
    var types = sent.stream().map(each -> each.value().type().source());
    var signature = route.javaName() + types.collect(Collectors.joining(", ", "(", ")"));
    var isOwn = sent.equals(route.parameters()) && !signature.equals("finalize()");
    return isOwn || !OF_OBJECTS.contains(signature)
        ? Stream.of()
        : Stream.of(ofObjects(routes, route, signature));
  }

  private static Finding ofObjects(RoutesModel routes, RouteModel route, String signature) {
    return new Finding(
        Code.CLIENT_METHOD,
        route.where(),
        "%s(...) would be %s in %s, which every object has."
            .formatted(route.javaName(), signature, routes.name().generated("Client").nested()),
        "Give it another name.");
  }
}
