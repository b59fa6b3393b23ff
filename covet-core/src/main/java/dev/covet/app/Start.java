package dev.covet.app;

import dev.covet.api.Mode;
import dev.covet.base.config.Config;
import dev.covet.base.config.Source;
import dev.covet.base.config.StartFaults;
import dev.covet.base.inject.Container;
import dev.covet.base.inject.Provider;
import dev.covet.base.json.Json;
import dev.covet.gen.Indexes;
import dev.covet.schema.ObjectSchema;
import dev.covet.schema.Operation;
import dev.covet.web.bind.Bodies;
import dev.covet.web.docs.DocPages;
import dev.covet.web.docs.Docs;
import dev.covet.web.docs.OpenApi;
import dev.covet.web.http.Request;
import dev.covet.web.http.RequestTerms;
import dev.covet.web.middleware.Envelope;
import dev.covet.web.middleware.ErrorBody;
import dev.covet.web.middleware.ErrorMapping;
import dev.covet.web.middleware.Faults;
import dev.covet.web.route.Route;
import dev.covet.web.route.RouteTable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One start of an app: puts together what its description names. Not thread-safe. */
final class Start {
  private final Surroundings at;
  private final Outline outline;
  private final Config config;
  private final StartFaults faults;
  private final Indexes indexes;
  private final Setup setup;
  private final Limits limits;
  private final Json json;
  private final Container container;
  private final Parts parts;

  /**
   * Where an app starts.
   *
   * @param faults takes what is wrong
   * @param mounted whether it is in another app
   */
  record Surroundings(StartOptions options, Config config, StartFaults faults, boolean mounted) {
    static Surroundings of(StartOptions options, StartFaults faults) {
      var sources = options.sources().toArray(Source[]::new);
      return new Surroundings(options, Config.of(options.mode(), faults, sources), faults, false);
    }

    /** Those of an app mounted in the one that has this configuration. */
    Surroundings inside(Config outer, String path) {
      var name = path.replaceFirst("^/", "").replaceAll("[^A-Za-z0-9]", "_");
      var settings = name.isEmpty() ? outer : outer.under(name.toUpperCase(Locale.ROOT));
      return new Surroundings(options, settings, faults, true);
    }
  }

  /** Starts an app. */
  static RunningApp of(App app, StartOptions options) {
    var faults = new StartFaults();
    var prepared = prepare(app, Surroundings.of(options, faults));
    faults.orThrow();
    prepared.open();
    return prepared;
  }

  /** An app with everything but its services; what is wrong is among the faults. */
  static RunningApp prepare(App app, Surroundings at) {
    return new Start(app, at).prepared();
  }

  private Start(App app, Surroundings at) {
    this.at = at;
    this.faults = at.faults();
    this.outline = new Outline(app, faults::add);
    this.config = at.config().and(ownSettings());
    this.indexes = indexes();
    this.setup = new Setup(config, faults, tables());
    outline.all(Piece.Installed.class).forEach(piece -> piece.plugin().install(setup));
    outline.all(Piece.Plain.class).forEach(p -> setup.route(p.method(), p.path(), p.handler()));
    this.limits = new Limits(config);
    this.json = new Json(limits.json(), limits.problems());
    this.container = container();
    this.parts = new Parts(indexes, container, faults);
  }

  private Source ownSettings() {
    var values = new HashMap<String, String>();
    outline.all(Piece.Set.class).forEach(set -> values.put(set.name(), set.value()));
    return Source.code(values);
  }

  /** The loader of what the user wrote, which also sees this library. */
  private ClassLoader loader() {
    return outline.types().stream()
        .findFirst()
        .map(Class::getClassLoader)
        .orElseGet(Start.class::getClassLoader);
  }

  /**
   * What was generated. Where nothing was, or does not fit together, nothing else that is wrong is
   * worth a line.
   */
  private Indexes indexes() {
    var loader = loader();
    var before = faults.count();
    var found = Indexes.find(loader, faults);
    if (faults.count() == before && found.isEmpty() && !outline.types().isEmpty()) {
      faults.add(Parts.unprocessed(outline.types().getFirst()));
    }
    if (faults.count() > before) {
      faults.orThrow();
    }
    return found;
  }

  private List<Object> tables() {
    return indexes.of(outline.types()).stream().flatMap(index -> index.tables().stream()).toList();
  }

  private Container container() {
    var clock = at.options().clock();
    var mode = config.mode();
    var builder =
        Container.of(config, faults)
            .subject(Request.class)
            .provide(Provider.app(Clock.class, _ -> (_, _) -> clock))
            .provide(Provider.app(Mode.class, _ -> (_, _) -> mode))
            .provide(Provider.app(Json.class, _ -> (_, _) -> json));
    setup.providers().forEach(builder::provide);
    outline
        .all(Piece.Overridden.class)
        .forEach(override -> builder.override(override.key(), override.value()));
    at.options().overrides().forEach(builder::override);
    return builder.build();
  }

  private RunningApp prepared() {
    var format = format();
    var mapping = mapping();
    var known = new KnownErrors(indexes);
    var routeFaults =
        new Faults(
            mapping,
            format.<ErrorBody>map(f -> f).orElseGet(Envelope::new),
            at.options().clock(),
            known);
    var mapped = new MappedErrors(mapping, known);
    mapped.check(faults::add);
    var users = new ArrayList<>(outline.rings(parts::ring));
    users.addAll(setup.rings());
    var bodies = bodies();
    outline.added(parts::ring).forEach(added -> parts.add(added, bodies));
    var inner = inner();
    var own = parts.operations().stream().map(mapped::in).toList();
    var contract = contract(own, inner, format.flatMap(FormatBody::schema));
    var terms =
        new RequestTerms(
            limits.bodyBytesMax(), limits.problems(), new CodecBodies(indexes, bodies));
    var hints = hints(own);
    var endpoints =
        routes(contract).stream()
            .map(route -> route.answeredBy(endpoint(route, routeFaults, terms, hints)))
            .toList();
    var table = RouteTable.of(endpoints, faults::add);
    var dispatch = new Dispatch(table, mounts(inner), routeFaults);
    var inside = new Rings.Inside(terms, users, dispatch);
    var rings =
        at.mounted()
            ? Rings.mounted(routeFaults, inside)
            : Rings.of(config, at.options().clock(), routeFaults, inside);
    var lifetimes = new Lifetimes(config, setup, container).with(parts.starts(), parts.stops());
    inner.forEach(mounted -> lifetimes.holds(mounted.app()));
    return new RunningApp(dispatch, rings, contract, lifetimes);
  }

  private Optional<FormatBody<?>> format() {
    return outline
        .last(Piece.Formatted.class)
        .flatMap(piece -> FormatBody.of(piece.format(), json, indexes, faults));
  }

  private ErrorMapping mapping() {
    var mapping = ErrorMapping.NONE;
    for (var piece : outline.all(Piece.Mapped.class).toList()) {
      mapping = mapping.plus(piece.mapping());
    }
    return mapping.plus(setup.errors());
  }

  private Bodies bodies() {
    var usual = config.mode() == Mode.PRODUCTION ? "off" : "on";
    var bodies = Bodies.of(json);
    return config.setting("VALIDATE_ANSWERS").orElse(usual).asBoolean()
        ? bodies.checkingAnswers()
        : bodies;
  }

  /** An app in this one. */
  private record Inner(String path, RunningApp app) {}

  private List<Inner> inner() {
    return outline.all(Piece.MountedApp.class).map(this::inner).toList();
  }

  private Inner inner(Piece.MountedApp piece) {
    var path = outline.plainPath("An app is mounted", piece.path());
    return new Inner(path, prepare(piece.app(), at.inside(config, path)));
  }

  private List<Mount> mounts(List<Inner> inner) {
    var mounts = new ArrayList<Mount>();
    outline
        .all(Piece.Mounted.class)
        .forEach(piece ->
            mounts.add(
                Mount.at(
                    outline.plainPath("A handler is mounted", piece.path()), piece.handler())));
    inner.forEach(mounted -> mounts.add(Mount.at(mounted.path(), mounted.app())));
    return mounts;
  }

  private Contract contract(
      List<Operation> own, List<Inner> inner, Optional<ObjectSchema> errorBody) {
    var operations = new ArrayList<>(own);
    for (var mounted : inner) {
      mounted.app().operations().forEach(one -> operations.add(one.mountedAt(mounted.path())));
    }
    OpenApi.faults(operations).forEach(faults::add);
    return new Contract(docs(), operations, errorBody);
  }

  private Docs docs() {
    var docs = outline.last(Piece.Documented.class).map(Piece.Documented::docs);
    var isPublic =
        config
            .setting("DOCS")
            .orElse("public")
            .asChoice(List.of("public", "off"), List.of(true, false));
    return at.mounted() || !isPublic ? Docs.off() : docs.orElseGet(() -> Docs.title(title()));
  }

  /** The package of what was added first: {@code Heroes} of {@code com.example.heroes.Heroes}. */
  private String title() {
    var name = outline.types().stream().findFirst().map(Class::getPackageName).orElse("");
    var last = name.substring(name.lastIndexOf('.') + 1);
    return last.isEmpty() ? "API" : Character.toUpperCase(last.charAt(0)) + last.substring(1);
  }

  private List<Route> routes(Contract contract) {
    var routes = new ArrayList<>(parts.routes());
    routes.addAll(setup.routes());
    var taken = new HashSet<String>();
    routes.forEach(route -> taken.add(route.template().text()));
    var pages = new DocPages(contract.docs(), contract::openApi);
    pages.paths().stream()
        .sorted()
        .filter(path -> !taken.contains(path))
        .forEach(path -> routes.add(Route.get(path, "DocPages.handle", pages)));
    return routes;
  }

  /**
   * What development says: each app of its own answers, and the outer one, for all together, of
   * classes that nothing adds.
   */
  private Hints hints(List<Operation> own) {
    if (config.mode() != Mode.DEVELOPMENT) return new Hints(List.of());
    if (!at.mounted()) {
      setup.onStart(() -> Hints.forgotten(indexes, outline.typesWithMounted().toList()));
    }
    return new Hints(own);
  }

  private Endpoint endpoint(Route route, Faults routeFaults, RequestTerms terms, Hints hints) {
    var chain = hints.watched(route, routeFaults.chain(route.rings(), route.handler()));
    var bytesMax = route.bodyBytesMax();
    var own = bytesMax.isPresent() ? terms.withBodyBytesMax(bytesMax.getAsInt()) : terms;
    return new Endpoint(container, chain, route.newTrust(), own);
  }
}
