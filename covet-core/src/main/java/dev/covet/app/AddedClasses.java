package dev.covet.app;

import dev.covet.api.Lifetime;
import dev.covet.app.caller.Callers;
import dev.covet.app.contract.Offer;
import dev.covet.app.route.AddedRoute;
import dev.covet.base.config.StartFaults;
import dev.covet.base.inject.Container;
import dev.covet.base.inject.Provider;
import dev.covet.base.inject.Slot;
import dev.covet.base.inject.Wiring;
import dev.covet.gen.AddedPart;
import dev.covet.gen.Hook;
import dev.covet.gen.Index;
import dev.covet.gen.Indexes;
import dev.covet.gen.UsedGuard;
import dev.covet.gen.UsedMiddleware;
import dev.covet.schema.BuiltInError;
import dev.covet.schema.CallerAccess;
import dev.covet.schema.Operation;
import dev.covet.schema.ResponseSchema;
import dev.covet.web.bind.Bodies;
import dev.covet.web.http.Middleware;
import dev.covet.web.route.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Collects what the added classes bring: routes, operations, hooks. Not thread-safe. */
final class AddedClasses {
  private static final String NOTHING_TO_ADD =
      " has nothing to add: nothing was generated for it. An added class has @Routes, or methods"
          + " with @OnStart, @OnStop or @HealthCheck; an interface has @Webhook. If this one has,"
          + " rebuild its project with covet-processor.";
  private static final String NOT_MADE =
      " cannot be created: nothing was generated that makes it by its class alone. If its constructor"
          + " takes an annotation, put that on routes; else rebuild its project with covet-processor.";

  private static final String NOT_ASKED =
      " cannot guard a router: nothing was generated that asks it by its class alone. If its method takes"
          + " an annotation, put that on routes; else put @Guard on it, and rebuild its project with covet-processor.";

  private final Indexes indexes;
  private final Container container;
  private final StartFaults faults;
  private final Callers callers;
  private final Map<Class<?>, Set<String>> paths = new HashMap<>();
  private final Map<Class<?>, Optional<UsedGuard>> guards = new HashMap<>();
  private final List<AddedRoute> routes = new ArrayList<>();
  private final List<Offer> offers = new ArrayList<>();
  private final List<Operation> webhooks = new ArrayList<>();
  private final Hooks hooks = Hooks.none();

  AddedClasses(Indexes indexes, Container container, Callers callers, StartFaults faults) {
    this.indexes = indexes;
    this.container = container;
    this.callers = callers;
    this.faults = faults;
  }

  /** What classes have done at start and at stop, and asked whenever it is asked how the app is. */
  record Hooks(List<Hook> starts, List<Hook> stops, List<Hook> checks) {
    private static Hooks none() {
      return new Hooks(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    private void add(AddedPart part, Wiring wiring) {
      checks.addAll(part.healthChecks(wiring));
      starts.addAll(part.onStart(wiring));
      stops.addAll(part.onStop(wiring));
    }
  }

  void add(Added at, Bodies bodies) {
    for (var type : at.types()) {
      var part = indexes.first(type, Index::added);
      if (part == null) {
        faults.add(unknown(type, NOTHING_TO_ADD));
      } else if (paths.computeIfAbsent(type, _ -> new HashSet<>()).add(at.prefix())) {
        addRoutes(type, part, at, bodies);
      } else if (!part.operations().isEmpty()) {
        var below = at.prefix().isEmpty() ? "" : " below " + at.prefix();
        faults.add(type.getSimpleName() + " is added twice" + below + ". Leave it out once.");
      }
    }
  }

  /**
   * A class may be added at several paths; its operations then differ by path, its hooks run once.
   */
  private void addRoutes(Class<?> type, AddedPart part, Added at, Bodies bodies) {
    var isFirst = paths.getOrDefault(type, Set.of()).size() == 1;
    var wiring = container.wiring(type.getSimpleName());
    var middleware = new HashMap<String, List<Middleware>>();
    var rules = new HashMap<String, CallerAccess>();
    var outer = at.guards().stream().distinct().flatMap(each -> guard(each).stream()).toList();
    var own = part.routes(wiring, bodies).stream().map(each -> each.behind(outer)).toList();
    for (var each : own) {
      var around = Stream.concat(at.middleware().stream(), each.middleware().stream()).toList();
      middleware.put(key(each), around);
    }
    for (var operation : part.operations()) {
      var moved = isFirst ? operation.under(at.prefix()) : operation.mountedAt(at.prefix());
      var around =
          middleware.getOrDefault(operation.method() + " " + operation.path(), at.middleware());
      var guarded = called(guarded(at.grouped(moved), around), at.open());
      rules.put(operation.method() + " " + operation.path(), guarded.callers());
      offers.add(new Offer(guarded, around));
    }
    for (var each : own) {
      var rule = rules.getOrDefault(key(each), CallerAccess.NONE);
      routes.add(new AddedRoute(each.under(at.prefix()), at.middleware(), rule));
    }
    if (isFirst) {
      part.webhooks().stream().map(at::grouped).forEach(webhooks::add);
      hooks.add(part, wiring);
    }
  }

  private static String key(Route route) {
    return route.method() + " " + route.template().text();
  }

  /** An operation with who may call it, and what others are told. */
  private Operation called(Operation operation, boolean isOpen) {
    var rule = isOpen ? operation.callers().opened() : operation.callers();
    callers
        .wrong(rule)
        .ifPresent(why -> faults.add(operation.method() + " " + operation.path() + " " + why));
    var answers = new ArrayList<ResponseSchema>();
    if (rule.asks()) answers.add(BuiltInError.UNAUTHORIZED.answer());
    if (!rule.scopes().isEmpty()) answers.add(BuiltInError.FORBIDDEN.answer());
    return operation.calledBy(rule).responding(answers);
  }

  private Operation guarded(Operation operation, List<Middleware> around) {
    var guarded = operation;
    for (var each : around) {
      if (each instanceof UsedGuard guard) {
        check(guard, operation);
        guarded = guarded.guardedBy(guard.operation());
      }
    }
    return guarded;
  }

  /** What a router's guard reads of the path must be there in all paths behind it. */
  private void check(UsedGuard guard, Operation operation) {
    for (var each : guard.operation().parameters()) {
      if (each.in().equals("path") && !isIn(operation.path(), each.name())) {
        faults.add(
            "%s has no path value \"%s\" for its guard %s. Put {%s} into the path, or the guard elsewhere."
                .formatted(
                    operation.method() + " " + operation.path(),
                    each.name(),
                    guard.name(),
                    each.name()));
      }
    }
  }

  private static boolean isIn(String path, String variable) {
    return path.contains("{" + variable + "}") || path.contains("{" + variable + "...}");
  }

  /** A guard that a router names; none, and a fault, if nothing was generated that asks it. */
  private Optional<UsedGuard> guard(Class<?> type) {
    return guards.computeIfAbsent(type, this::newGuard);
  }

  private Optional<UsedGuard> newGuard(Class<?> type) {
    var part = indexes.first(type, Index::guard);
    if (part == null) {
      faults.add(unknown(type, NOT_ASKED));
      return Optional.empty();
    }
    return Optional.of(UsedGuard.of(part, container.wiring(type.getSimpleName())));
  }

  private String unknown(Class<?> type, String why) {
    return indexes.isEmpty() ? unprocessed(type) : type.getCanonicalName() + why;
  }

  /** The fault of an app without any generated code. */
  static String unprocessed(Class<?> type) {
    return "covet-processor did not run when "
        + type.getCanonicalName()
        + " was compiled. Take covet-app as the parent of the project, or put covet-processor on"
        + " the annotationProcessorPaths of the compiler.";
  }

  /** A middleware that the app makes; none, and a fault, if nothing was generated for it. */
  List<Middleware> middleware(Class<? extends Middleware> type) {
    var provider = indexes.first(type, Index::middleware);
    if (provider == null) {
      faults.add(unknown(type, NOT_MADE));
      return List.of();
    }
    @SuppressWarnings("unchecked") // what an index provides as middleware is that
    var slot =
        (Slot<? extends Middleware>)
            container.wiring("use(" + type.getSimpleName() + ")").slot(provider);
    if (slot.lifetime() == Lifetime.REQUEST) {
      faults.add(
          "use(%1$s): %1$s is created for each request, whose services begin at its route. Put @Use(%1$s.class) on routes or their classes."
              .formatted(type.getSimpleName()));
      return List.of();
    }
    return List.of(ofApp(slot));
  }

  /** A middleware that the app makes by what it is given. */
  Middleware made(Provider<? extends Middleware> provider) {
    return ofApp(container.wiring(provider.key().type()).slot(provider));
  }

  private Middleware ofApp(Slot<? extends Middleware> slot) {
    return UsedMiddleware.of(slot, _ -> container.app());
  }

  List<AddedRoute> routes() {
    return routes;
  }

  List<Offer> offers() {
    return offers;
  }

  List<Operation> webhooks() {
    return webhooks;
  }

  Hooks hooks() {
    return hooks;
  }
}
