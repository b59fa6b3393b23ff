package dev.covet.processor.read;

import dev.covet.processor.model.route.HttpMethod;
import dev.covet.processor.model.route.RoutePath;
import dev.covet.processor.model.route.UseModel;
import dev.covet.processor.model.source.Misplaced;
import dev.covet.processor.model.source.Misplaced.Reason;
import dev.covet.processor.model.type.Where;
import dev.covet.processor.read.data.Qualifiers;
import dev.covet.processor.read.element.Declarations;
import dev.covet.processor.read.element.Notes;
import dev.covet.processor.read.element.Unfit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Tells which classes and methods generated code cannot call, although they ask for it. */
record Uncallables(Declarations declarations) {
  /** What is wrong with a middleware that {@code @Use} names, if nothing else asks for it. */
  List<Misplaced> used(UseModel use) {
    return declarations
        .type(use.middleware())
        .filter(each -> declarations.kinds().isMiddleware(each))
        .map(each -> used(each, use))
        .orElseGet(() -> List.of(used(use, Reason.NO_MIDDLEWARE)));
  }

  private static Misplaced used(UseModel use, Reason reason) {
    return new Misplaced(reason, use.middleware().simple(), "", use.where());
  }

  private List<Misplaced> used(TypeElement type, UseModel use) {
    if (!declarations.isSource(type)) {
      return declarations.exists(use.middleware().generated("Provider"))
          ? List.of()
          : List.of(used(use, Reason.FOREIGN));
    }
    if (!Declarations.visible(type)
        || declarations.kinds().isAdded(type)
        || declarations.notes(type).api("Provides")) {
      return List.of();
    }
    return Unfit.type(type)
        .map(each -> List.of(of(type, each)))
        .orElseGet(() -> constructor(type).toList());
  }

  /** What is misplaced in a class, its nested classes left out. */
  List<Misplaced> of(TypeElement type) {
    var notes = declarations.notes(type);
    var methods = ElementFilter.methodsIn(type.getEnclosedElements());
    if (!Declarations.visible(type)) {
      var provides =
          notes.api("Provides")
              || methods.stream().anyMatch(each -> declarations.notes(each).api("Provides"));
      return provides ? List.of(of(type, Reason.PRIVATE)) : List.of();
    }
    if (!declarations.kinds().isAdded(type) && !notes.api("Provides")) {
      return methods.stream().flatMap(each -> method(each, notes)).toList();
    }
    var unfit = Unfit.type(type);
    if (unfit.isPresent()) return List.of(of(type, unfit.get()));
    var inside = methods.stream().flatMap(each -> method(each, notes));
    var prefix = prefix(type, notes).stream();
    return Stream.of(
            constructors(type, notes), inside, empty(type, notes), inherited(type, notes), prefix)
        .flatMap(each -> each)
        .toList();
  }

  /** One that only static methods need is not called, so it may be anything. */
  private Stream<Misplaced> constructors(TypeElement type, Notes notes) {
    return notes.api("Provides") || needsInstance(type, notes)
        ? Stream.concat(constructor(type), unwritable(type, notes))
        : Stream.of();
  }

  private Stream<Misplaced> unwritable(TypeElement type, Notes notes) {
    return Declarations.constructor(type)
        .filter(_ -> notes.api("Provides"))
        .map(each -> unwritable(each, type.getSimpleName().toString()))
        .orElseGet(Stream::of);
  }

  /** What is wrong with the constructor that the app would call. */
  Stream<Misplaced> constructor(TypeElement type) {
    var all = ElementFilter.constructorsIn(type.getEnclosedElements());
    var visible = all.stream().filter(Declarations::visible).toList();
    if (visible.size() > 1) {
      return Stream.of(constructor(type, visible.get(1), Reason.CONSTRUCTORS));
    }
    return visible.isEmpty()
        ? Stream.of(constructor(type, all.getFirst(), Reason.PRIVATE))
        : Stream.of();
  }

  private boolean needsInstance(TypeElement type, Notes around) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(each -> isCalled(declarations.notes(each), around))
        .anyMatch(each -> !each.getModifiers().contains(Modifier.STATIC));
  }

  private static boolean isCalled(Notes notes, Notes around) {
    return notes.isHook() || (notes.isRoute() && hasRoutes(around));
  }

  /** Whether the methods of a class may be of HTTP: served by it, or called. */
  private static boolean hasRoutes(Notes around) {
    return around.api("Routes") || around.api("Client");
  }

  private Stream<Misplaced> empty(TypeElement type, Notes notes) {
    var methods = ElementFilter.methodsIn(type.getEnclosedElements());
    return notes.api("Routes")
            && methods.stream().map(declarations::notes).noneMatch(each -> isCalled(each, notes))
        ? Stream.of(of(type, Reason.NO_ROUTES))
        : Stream.of();
  }

  /**
   * The routes and hooks that an added class would inherit, if they were inherited. What is wrong
   * with those of a class or interface of the sources is said there, unless it is right there.
   */
  private Stream<Misplaced> inherited(TypeElement type, Notes notes) {
    var own = ElementFilter.methodsIn(type.getEnclosedElements()).stream();
    var written =
        own.filter(each -> isCalled(declarations.notes(each), notes))
            .map(each -> each.getSimpleName().toString())
            .collect(Collectors.toSet());
    return parents(type)
        .filter(each -> !declarations.isSource(each) || declarations.kinds().isAdded(each))
        .flatMap(parent -> ElementFilter.methodsIn(parent.getEnclosedElements()).stream())
        .filter(each -> declarations.notes(each).asks())
        .filter(each -> !declarations.notes(each).api("Provides"))
        .filter(each -> written.add(each.getSimpleName().toString()))
        .map(each -> inherited(type, each));
  }

  private static Misplaced inherited(TypeElement type, ExecutableElement method) {
    var name = Declarations.name(type);
    var from = Declarations.name(Declarations.owner(method)).simple();
    return new Misplaced(
        Reason.INHERITED, name.simple(), from + "." + method.getSimpleName(), Where.of(name));
  }

  private Stream<TypeElement> parents(TypeElement type) {
    return declarations.types().directSupertypes(type.asType()).stream()
        .flatMap(each -> Notes.element(each).stream())
        .flatMap(each -> Stream.concat(Stream.of(each), parents(each)))
        .distinct();
  }

  private Stream<Misplaced> method(ExecutableElement method, Notes around) {
    var notes = declarations.notes(method);
    var where = Declarations.where(method);
    if (notes.isRoute() && !hasRoutes(around)) {
      return Stream.of(of(method, Reason.STRAY, where.at(notes.route().orElseThrow())));
    }
    if (notes.api("HealthCheck") && method.getReturnType().getKind() != TypeKind.VOID) {
      return Stream.of(of(method, Reason.CHECK_RESULT, where));
    }
    if (notes.api("Provides")) {
      return Unfit.provider(method)
          .map(each -> Stream.of(of(method, each, where)))
          .orElseGet(() -> unwritable(method, method.getSimpleName().toString()));
    }
    return isCalled(notes, around)
        ? Unfit.handler(method)
            .map(each -> of(method, each, where))
            .or(() -> path(method, notes, around))
            .stream()
        : Stream.of();
  }

  private Stream<Misplaced> unwritable(ExecutableElement provider, String name) {
    var gives =
        provider.getKind() == ElementKind.CONSTRUCTOR
            ? Declarations.owner(provider).asType()
            : provider.getReturnType();
    return Qualifiers.unwritable(provider).stream()
        .map(each -> Declarations.where(provider).parameter(each.getSimpleName().toString()))
        .map(at -> new Misplaced(Reason.UNWRITABLE, name + "(...)", declarations.plain(gives), at));
  }

  private Misplaced of(TypeElement type, Reason reason) {
    var name = Declarations.name(type);
    return new Misplaced(reason, name.simple(), given(type, type.asType()), Where.of(name));
  }

  private Misplaced of(ExecutableElement method, Reason reason, Where where) {
    var given = given(method, method.getReturnType());
    return new Misplaced(reason, method.getSimpleName() + "(...)", given, where);
  }

  /** What a class or a method would provide, if it says so: others ask for it in vain for now. */
  private String given(Element element, TypeMirror type) {
    return declarations.notes(element).api("Provides") ? declarations.plain(type) : "";
  }

  private Misplaced constructor(TypeElement type, ExecutableElement made, Reason reason) {
    var name = Declarations.name(type);
    return new Misplaced(
        reason, name.simple() + "(...)", given(type, type.asType()), Declarations.where(made));
  }

  /** What is wrong with the path before all routes of a class. */
  private static Optional<Misplaced> prefix(TypeElement type, Notes notes) {
    var name = Declarations.name(type);
    var prefix = RoutePath.of(prefix(notes), "");
    return prefix
        .fault()
        .map(fault ->
            new Misplaced(
                Reason.PREFIX,
                name.simple(),
                told(prefix, fault),
                Where.of(name).at(Notes.API + "Routes")));
  }

  /**
   * What is wrong with a route; nothing of what is wrong with its class.
   *
   * @param around what its class says
   */
  private static Optional<Misplaced> path(ExecutableElement method, Notes notes, Notes around) {
    var written =
        Stream.of(HttpMethod.values())
            .map(HttpMethod::annotation)
            .filter(notes::has)
            .filter(_ -> RoutePath.of(prefix(around), "").fault().isEmpty())
            .toList();
    var name = method.getSimpleName() + "(...)";
    if (written.size() > 1) {
      var where = Declarations.where(method).at(written.getLast());
      return Optional.of(new Misplaced(Reason.SEVERAL_METHODS, name, "", where));
    }
    return written.stream()
        .findFirst()
        .flatMap(http -> path(method, http, RoutePath.of(prefix(around), path(notes, http))));
  }

  private static Optional<Misplaced> path(
      ExecutableElement method, String http, RoutePath template) {
    return template
        .fault()
        .map(fault ->
            new Misplaced(
                Reason.PATH,
                method.getSimpleName() + "(...)",
                told(template, fault),
                Declarations.where(method).at(http)));
  }

  private static String told(RoutePath template, String fault) {
    return "\"" + template.text() + "\", which " + fault;
  }

  private static String prefix(Notes notes) {
    return notes.text("Routes").orElse("");
  }

  private static String path(Notes notes, String http) {
    return notes.value(http, "value").map(each -> each.getValue().toString()).orElse("");
  }
}
