package dev.covet.processor.read;

import dev.covet.processor.model.HookModel;
import dev.covet.processor.model.HttpMethod;
import dev.covet.processor.model.Misplaced;
import dev.covet.processor.model.Misplaced.Reason;
import dev.covet.processor.model.RoutesModel;
import dev.covet.processor.model.UseModel;
import dev.covet.processor.model.Where;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Tells which classes and methods generated code cannot call, although they ask for it. */
final class Uncallables {
  /** What a result may stand in, without being less of a result. */
  private static final Set<String> AROUND = Set.of("Optional", "Reply");

  private final Declarations declarations;
  private final TypeReader types;

  Uncallables(Declarations declarations, TypeReader types) {
    this.declarations = declarations;
    this.types = types;
  }

  /** Whether an app may add a class: it says {@code @Routes}, or has a hook. */
  boolean isAdded(TypeElement type) {
    return declarations.notes(type).api("Routes")
        || ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .map(declarations::notes)
            .anyMatch(Uncallables::isHook);
  }

  /** Whether a method asks for generated code, wherever it stands. */
  static boolean asks(Notes notes) {
    return isRoute(notes) || isHook(notes) || notes.api("Provides");
  }

  /** What is wrong with a middleware that {@code @Use} names, if nothing else asks for it. */
  List<Misplaced> used(UseModel use) {
    return declarations
        .type(use.middleware())
        .filter(each -> declarations.subtype(each.asType(), ServiceReader.MIDDLEWARE))
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
    if (!Declarations.visible(type) || isAdded(type) || declarations.notes(type).api("Provides")) {
      return List.of();
    }
    return unfit(type)
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
    if (!isAdded(type) && !notes.api("Provides")) {
      return methods.stream().flatMap(each -> method(each, notes)).toList();
    }
    var unfit = unfit(type);
    if (unfit.isPresent()) {
      return List.of(of(type, unfit.get()));
    }
    var inside = methods.stream().flatMap(each -> method(each, notes));
    var prefix = RoutePaths.of(type, notes).stream();
    return Stream.of(
            constructors(type, notes), inside, empty(type, notes), inherited(type, notes), prefix)
        .flatMap(each -> each)
        .toList();
  }

  /** Why nobody can make an instance of a class, if so. */
  static Optional<Reason> unfit(TypeElement type) {
    var modifiers = type.getModifiers();
    var inner = type.getNestingKind() == NestingKind.MEMBER && !modifiers.contains(Modifier.STATIC);
    return switch (type.getKind()) {
      case INTERFACE, ANNOTATION_TYPE -> Optional.of(Reason.INTERFACE);
      case ENUM -> Optional.of(Reason.ENUM);
      case RECORD -> Optional.of(Reason.RECORD);
      default -> {
        if (modifiers.contains(Modifier.ABSTRACT)) {
          yield Optional.of(Reason.ABSTRACT);
        }
        if (!type.getTypeParameters().isEmpty()) {
          yield Optional.of(Reason.GENERIC_CLASS);
        }
        yield inner ? Optional.of(Reason.INNER) : Optional.empty();
      }
    };
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
    return isHook(notes) || (isRoute(notes) && hasRoutes(around));
  }

  /** Whether the methods of a class may be of HTTP: served by it, or called. */
  private static boolean hasRoutes(Notes around) {
    return around.api("Routes") || around.api("Client");
  }

  static boolean isHook(Notes notes) {
    return Stream.of(HookModel.Kind.values()).anyMatch(kind -> notes.api(kind.annotation()));
  }

  static boolean isRoute(Notes notes) {
    return route(notes).isPresent();
  }

  private static Optional<String> route(Notes notes) {
    return Stream.of(HttpMethod.values())
        .map(HttpMethod::annotation)
        .filter(notes::has)
        .findFirst();
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
        .filter(each -> !declarations.isSource(each) || isAdded(each))
        .flatMap(parent -> ElementFilter.methodsIn(parent.getEnclosedElements()).stream())
        .filter(each -> asks(declarations.notes(each)))
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
    if (isRoute(notes) && !hasRoutes(around)) {
      return Stream.of(of(method, Reason.STRAY, where.at(route(notes).orElseThrow())));
    }
    if (notes.api("Provides")) {
      return provider(method)
          .map(each -> Stream.of(of(method, each, where)))
          .orElseGet(() -> unwritable(method, method.getSimpleName().toString()));
    }
    return isCalled(notes, around)
        ? handler(method)
            .map(each -> of(method, each, where))
            .or(() -> RoutePaths.of(method, notes, around))
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
        .map(at -> new Misplaced(Reason.UNWRITABLE, name + "(...)", types.plain(gives), at));
  }

  /** Why a route, a hook or a provider cannot be called, if so. */
  private static Optional<Reason> handler(ExecutableElement method) {
    if (!Declarations.visible(method)) {
      return Optional.of(Reason.PRIVATE);
    }
    if (!method.getTypeParameters().isEmpty()) {
      return Optional.of(Reason.GENERIC_METHOD);
    }
    return isNullable(method) ? Optional.of(Reason.NULLABLE) : Optional.empty();
  }

  /** Whether what a method gives may be null: itself, or what an Optional or a Reply holds. */
  private static boolean isNullable(ExecutableElement method) {
    return Notes.isNullable(method) || isNullable(method.getReturnType());
  }

  private static boolean isNullable(TypeMirror given) {
    return Notes.isNullable(given)
        || (given instanceof DeclaredType type
            && AROUND.contains(type.asElement().getSimpleName().toString())
            && type.getTypeArguments().stream().anyMatch(Uncallables::isNullable));
  }

  /** Why a provider's method cannot be called, if so. */
  static Optional<Reason> provider(ExecutableElement method) {
    if (!method.getModifiers().contains(Modifier.STATIC)) {
      return Optional.of(Reason.NOT_STATIC);
    }
    var given = method.getReturnType().getKind();
    return given.isPrimitive() || given == TypeKind.VOID
        ? Optional.of(Reason.NO_SERVICE)
        : handler(method);
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
    return declarations.notes(element).api("Provides") ? types.plain(type) : "";
  }

  private Misplaced constructor(TypeElement type, ExecutableElement made, Reason reason) {
    var name = Declarations.name(type);
    return new Misplaced(
        reason, name.simple() + "(...)", given(type, type.asType()), Declarations.where(made));
  }

  /** The class as far as generated code can make it and call its methods. */
  static RoutesModel callable(RoutesModel all, List<Misplaced> wrong) {
    if (wrong.stream().anyMatch(Misplaced::isClass)) {
      return all.with(List.of(), List.of(), List.of());
    }
    var staticOnly = wrong.stream().anyMatch(Misplaced::isHiddenConstructor);
    var places =
        wrong.stream().map(each -> each.where().at("")).collect(Collectors.toUnmodifiableSet());
    BiPredicate<Boolean, Where> isCallable =
        (isStatic, where) -> (isStatic || !staticOnly) && !places.contains(where);
    return all.with(
        all.constructor(),
        all.routes().stream()
            .filter(each -> isCallable.test(each.isStatic(), each.where()))
            .toList(),
        all.hooks().stream()
            .filter(each -> isCallable.test(each.isStatic(), each.where()))
            .toList());
  }
}
