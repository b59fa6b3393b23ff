package dev.covet.app.route;

import dev.covet.gen.UsedMiddleware;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.MiddlewarePlace;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The middleware of an app, each at its place. Not thread-safe. */
public final class PlacedMiddleware {
  private final Map<MiddlewarePlace, List<Middleware>> middleware =
      new EnumMap<>(MiddlewarePlace.class);
  private List<MiddlewarePlace> order = List.of(MiddlewarePlace.values());

  /** Middleware at a place. */
  public record Placed(MiddlewarePlace place, List<Middleware> middleware) {
    /** Copies the list. */
    public Placed {
      middleware = List.copyOf(middleware);
    }

    /** The same as one start has it. */
    public Placed started(UnaryOperator<Middleware> making) {
      return new Placed(place, middleware.stream().map(making).toList());
    }
  }

  /** Tells of a place that middleware cannot be put at by an app or a plugin. */
  public static void open(MiddlewarePlace place, Consumer<String> faults) {
    if (!place.isOpen()) {
      faults.accept(
          "use(...) puts middleware at the place %s, which a router's use(...) or @Use fills."
              .formatted(place));
    }
  }

  /** Adds middleware, further in than what is there already. */
  public void add(Placed placed) {
    at(placed.place()).addAll(placed.middleware());
  }

  /** Adds middleware, further out than what is there already. */
  public void addFirst(MiddlewarePlace place, Middleware added) {
    at(place).addFirst(added);
  }

  private List<Middleware> at(MiddlewarePlace place) {
    return middleware.computeIfAbsent(place, _ -> new ArrayList<>());
  }

  /** Puts some places in another order: they share their positions anew. */
  public void order(List<MiddlewarePlace> some, Consumer<String> faults) {
    if (some.stream().distinct().count() < some.size()) {
      faults.accept("order(...) names a place twice. Name each once.");
    } else if (some.stream().map(MiddlewarePlace::isBeforeRoute).distinct().count() > 1) {
      faults.accept(
          "order(...) mixes places before and behind the route (%s). Order them in two calls."
              .formatted(names(some)));
    } else if (!some.stream().allMatch(MiddlewarePlace::isOpen)) {
      faults.accept(
          "order(...) moves routers or route, whose places are fixed (%s). Leave them out."
              .formatted(names(some)));
    } else {
      var next = some.iterator();
      order = order.stream().map(each -> some.contains(each) ? next.next() : each).toList();
    }
  }

  private static String names(List<MiddlewarePlace> places) {
    return places.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /** What stands around the whole app, outermost first. */
  public List<Middleware> beforeRoute() {
    return in(MiddlewarePlace::isBeforeRoute);
  }

  /** What stands around each route, where its services are open. */
  public List<Middleware> behindRoute() {
    return in(place -> !place.isBeforeRoute());
  }

  private List<Middleware> in(Predicate<MiddlewarePlace> side) {
    return order.stream().filter(side).flatMap(this::all).toList();
  }

  private Stream<Middleware> all(MiddlewarePlace place) {
    return middleware.getOrDefault(place, List.of()).stream();
  }

  /** The list for people: {@code id: RequestId > net: LastNet | route | authentication: Login}. */
  public String text() {
    return text(true) + " > [routers] | route | " + text(false) + "[guards] > [class and method]";
  }

  private String text(boolean before) {
    var places =
        order.stream()
            .filter(place -> place.isBeforeRoute() == before)
            .filter(place -> all(place).findAny().isPresent())
            .map(place -> place + ": " + names(all(place)))
            .collect(Collectors.joining(" > "));
    return before || places.isEmpty() ? places : places + " > ";
  }

  private static String names(Stream<Middleware> all) {
    return all.map(UsedMiddleware::name).collect(Collectors.joining(" > "));
  }
}
