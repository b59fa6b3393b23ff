package dev.covet.processor.read;

import dev.covet.processor.model.route.CallbackModel;
import dev.covet.processor.model.route.CallerModel;
import dev.covet.processor.model.route.HookModel;
import dev.covet.processor.model.route.HttpMethod;
import dev.covet.processor.model.route.RouteModel;
import dev.covet.processor.model.route.RoutePath;
import dev.covet.processor.model.route.RoutesModel;
import dev.covet.processor.model.route.UseModel;
import dev.covet.processor.model.service.Made;
import dev.covet.processor.model.service.ProtectionModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.Where;
import dev.covet.processor.read.data.TypeReader;
import dev.covet.processor.read.element.Declarations;
import dev.covet.processor.read.element.Marginals;
import dev.covet.processor.read.element.Notes;
import dev.covet.processor.read.element.Throwing;
import dev.covet.processor.read.element.Unfit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads classes that an app adds: those with {@code @Routes}, and those that have hooks. */
final class RoutesReader {
  private final Declarations declarations;
  private final TypeReader types;
  private final ParameterReader parameters;
  private final ResultReader results;
  private final GuardReader guards;

  RoutesReader(Declarations declarations, TypeReader types, GuardReader guards) {
    this.declarations = declarations;
    this.types = types;
    this.parameters = new ParameterReader(declarations, types);
    this.results = new ResultReader(declarations, types);
    this.guards = guards;
  }

  RoutesModel read(TypeElement type) {
    var name = Declarations.name(type);
    var notes = declarations.notes(type);
    var isServed = notes.api("Routes");
    var prefix = notes.text("Routes").orElse("");
    var methods = ElementFilter.methodsIn(type.getEnclosedElements());
    var routes =
        methods.stream().filter(_ -> isServed).flatMap(each -> routes(each, prefix)).toList();
    var hooks = methods.stream().flatMap(this::hooks).toList();
    var made =
        Optional.of(type)
            .filter(_ -> needsInstance(routes, hooks))
            .flatMap(Declarations::constructor);
    return new RoutesModel(
        name,
        isServed ? Made.Kind.ROUTES : Made.Kind.PART,
        made.map(each -> parameters.read(each, declarations.doc(each), Set.of())).orElse(List.of()),
        made.map(each -> Throwing.of(declarations, each, declarations.doc(each))).orElse(List.of()),
        routes,
        hooks,
        uses(type, Where.of(name)),
        declarations.doc(type));
  }

  /** The methods of an interface that call another service, seen as routes. */
  RoutesModel calls(TypeElement type, boolean areWebhooks) {
    var methods = ElementFilter.methodsIn(type.getEnclosedElements()).stream();
    return new RoutesModel(
        Declarations.name(type),
        Made.Kind.CALLS,
        List.of(),
        List.of(),
        methods
            .filter(each -> each.getModifiers().contains(Modifier.ABSTRACT))
            .flatMap(each -> routes(each, ""))
            .map(each -> areWebhooks ? each.asWebhook() : each)
            .toList(),
        List.of(),
        List.of(),
        declarations.doc(type));
  }

  private static boolean needsInstance(List<RouteModel> routes, List<HookModel> hooks) {
    return routes.stream().anyMatch(each -> !each.isStatic())
        || hooks.stream().anyMatch(each -> !each.isStatic());
  }

  private Stream<RouteModel> routes(ExecutableElement method, String prefix) {
    var notes = declarations.notes(method);
    return Stream.of(HttpMethod.values())
        .filter(each -> notes.has(each.annotation()))
        .map(each -> route(method, each, prefix));
  }

  private RouteModel route(ExecutableElement method, HttpMethod http, String prefix) {
    var notes = declarations.notes(method);
    var path = notes.value(http.annotation(), "value").map(each -> each.getValue().toString());
    var template = RoutePath.of(prefix, path.orElse(""));
    var doc = declarations.doc(method);
    return new RouteModel(
        method.getSimpleName().toString(),
        new RouteModel.Http(http, template.text(), status(notes), texts(notes, "Produces")),
        method.getModifiers().contains(Modifier.STATIC),
        parameters.read(method, doc, Set.copyOf(template.variables())),
        http == HttpMethod.WEB_SOCKET ? results.messages(method) : results.read(method),
        results.unchecked(method),
        Throwing.of(declarations, method, doc),
        rules(method, http, notes),
        doc,
        Declarations.where(method));
  }

  private static List<String> texts(Notes notes, String annotation) {
    return notes.list(Notes.API + annotation, "value").stream().map(Object::toString).toList();
  }

  private static OptionalInt status(Notes notes) {
    return notes.number("Status").stream().mapToInt(Number::intValue).findFirst();
  }

  private RouteModel.Rules rules(ExecutableElement method, HttpMethod http, Notes notes) {
    var owner = Declarations.owner(method);
    var around = declarations.notes(owner);
    var remarks = Marginals.remarks(notes, "");
    var protection = new ProtectionReader(declarations).of(method);
    protection
        .idempotent()
        .flatMap(_ -> declarations.type(ProtectionModel.STORED_ANSWER))
        .ifPresent(each -> types.type(each.asType()));
    return new RouteModel.Rules(
        notes.api("Blocking") || around.api("Blocking"),
        notes.number("BodyMax").or(() -> around.number("BodyMax")).stream()
            .mapToLong(Number::longValue)
            .findFirst(),
        Stream.concat(
                ReadyUses.of(method, http, declarations),
                uses(method, Declarations.where(method)).stream())
            .toList(),
        guards.of(method),
        callers(method),
        notes.text("Tag").or(() -> around.text("Tag")).orElse(owner.getSimpleName().toString()),
        notes.api("Tag")
            ? notes.text("Tag", "description").orElse("")
            : around
                .text("Tag", "description")
                .filter(text -> !text.isEmpty())
                .orElseGet(() -> declarations.doc(owner).text()),
        notes.api("Hidden") || around.api("Hidden"),
        Marginals.isDeprecated(around) ? remarks.asDeprecated() : remarks,
        protection,
        callbacks(method));
  }

  private List<UseModel> uses(Element element, Where where) {
    return Led.by("Use", element, where, declarations)
        .flatMap(each -> used(each).stream())
        .toList();
  }

  /** What is no class, such as {@code int.class}, is no middleware, which is said of it. */
  private Optional<UseModel> used(Led led) {
    return Notes.element(led.value())
        .map(type ->
            Optional.of(type)
                .filter(each -> types.canBeNamed(each.asType()))
                .map(each ->
                    new UseModel(Declarations.name(each), isMade(each), led.by(), led.where())))
        .orElseGet(() ->
            Optional.of(
                new UseModel(
                    new TypeName("", led.value().toString()), false, led.by(), led.where())));
  }

  private boolean isMade(TypeElement middleware) {
    if (!declarations.kinds().isMiddleware(middleware)) return false;
    return declarations.isSource(middleware)
        ? Unfit.type(middleware).isEmpty() && Declarations.constructor(middleware).isPresent()
        : declarations.exists(Declarations.name(middleware).generated("Provider"));
  }

  private Stream<HookModel> hooks(ExecutableElement method) {
    var notes = declarations.notes(method);
    return Stream.of(HookModel.Kind.values())
        .filter(kind -> notes.api(kind.annotation()))
        .map(kind -> hook(method, kind, notes));
  }

  private HookModel hook(ExecutableElement method, HookModel.Kind kind, Notes notes) {
    var name = method.getSimpleName().toString();
    return new HookModel(
        name,
        kind,
        kind == HookModel.Kind.CHECK
            ? notes.text(kind.annotation()).orElse(name)
            : Declarations.owner(method).getSimpleName() + "." + name,
        method.getModifiers().contains(Modifier.STATIC),
        parameters.read(method, declarations.doc(method), Set.of()),
        Throwing.of(declarations, method, declarations.doc(method)),
        Declarations.where(method));
  }

  /** The callbacks of a method, at most one; of what the compiler does not find, none. */
  private List<CallbackModel> callbacks(ExecutableElement method) {
    var notes = declarations.notes(method);
    var where = Declarations.where(method).at(Notes.API + "Callback");
    var at = notes.text("Callback", "at").orElse("");
    return notes.list(Notes.API + "Callback", "value").stream()
        .map(named ->
            Notes.element(named)
                .map(type -> callback(type, at, where))
                .orElseGet(() ->
                    new CallbackModel(new TypeName("", named.toString()), false, false, at, where)))
        .toList();
  }

  private CallbackModel callback(TypeElement type, String at, Where where) {
    var name = Declarations.name(type);
    return new CallbackModel(name, isWebhook(type), declarations.isSource(type), at, where);
  }

  private boolean isWebhook(TypeElement type) {
    var part = Made.Kind.WEBHOOK.of(Declarations.name(type));
    return declarations.kinds().isWebhook(type)
        && (declarations.isSource(type) || declarations.exists(part));
  }

  /**
   * Who may call a route: what its method says wins over what its class says, but scopes add up.
   */
  private CallerModel callers(ExecutableElement method) {
    var owner = Declarations.owner(method);
    var isPublic = says(method, "Public");
    var isSignedIn = says(method, "SignedIn");
    var own = scopes(method).toList();
    if (isPublic) return new CallerModel(true, true, isSignedIn, own);
    var all = Stream.concat(scopes(owner), own.stream()).distinct().toList();
    var isOpen = says(owner, "Public") && !isSignedIn && own.isEmpty();
    return new CallerModel(isOpen, false, isSignedIn || says(owner, "SignedIn"), all);
  }

  private boolean says(Element element, String annotation) {
    return led(element).anyMatch(each -> each.api(annotation));
  }

  private Stream<String> scopes(Element element) {
    return led(element)
        .flatMap(each -> each.list(Notes.API + "Scopes", "value").stream())
        .map(Object::toString);
  }

  /** What stands on an element, and on the declarations of the annotations there. */
  private Stream<Notes> led(Element element) {
    var others =
        element.getAnnotationMirrors().stream()
            .map(each -> each.getAnnotationType().asElement())
            .map(declarations::notes);
    return Stream.concat(Stream.of(declarations.notes(element)), others);
  }
}
