package dev.covet.processor.read;

import dev.covet.processor.model.route.CallerModel;
import dev.covet.processor.model.route.GuardModel;
import dev.covet.processor.model.route.HttpMethod;
import dev.covet.processor.model.route.ResultModel;
import dev.covet.processor.model.route.RouteModel;
import dev.covet.processor.model.route.RoutesModel;
import dev.covet.processor.model.service.Made;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.service.ProtectionModel;
import dev.covet.processor.model.source.Misplaced;
import dev.covet.processor.model.source.Misplaced.Reason;
import dev.covet.processor.model.type.Doc;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.Where;
import dev.covet.processor.read.data.Qualifiers;
import dev.covet.processor.read.data.TypeReader;
import dev.covet.processor.read.element.AnnotationTypes;
import dev.covet.processor.read.element.Declarations;
import dev.covet.processor.read.element.Marginals;
import dev.covet.processor.read.element.Notes;
import dev.covet.processor.read.element.Throwing;
import dev.covet.processor.read.element.Unfit;
import java.lang.annotation.Repeatable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** Reads guards: where they stand, and the one method that each has. Not thread-safe. */
final class GuardReader {
  private static final String GUARD = "Guard";

  /** What any class may have, a guard too. */
  private static final Set<String> COMMON =
      Set.of("toString()", "hashCode()", "equals(java.lang.Object)", "close()");

  private final Declarations declarations;
  private final TypeReader types;
  private final ParameterReader parameters;
  private final Uncallables uncallables;
  private final TreeSet<TypeName> named = new TreeSet<>();

  GuardReader(Declarations declarations, TypeReader types) {
    this.declarations = declarations;
    this.types = types;
    this.parameters = new ParameterReader(declarations, types);
    this.uncallables = new Uncallables(declarations);
  }

  /**
   * Takes down that a class says it is a guard, or that the declaration of an annotation does;
   * gives what is wrong with such a declaration.
   */
  List<Misplaced> note(TypeElement type) {
    var notes = declarations.notes(type);
    if (type.getKind() == ElementKind.ANNOTATION_TYPE) {
      notes.list(Notes.API + GUARD, "value").stream()
          .flatMap(each -> Notes.element(each).stream())
          .map(Declarations::name)
          .forEach(named::add);
      return unread(type, notes);
    }
    if (notes.api(GUARD) && isBare(type, notes)) named.add(Declarations.name(type));
    return List.of();
  }

  /** Where an annotation that leads to a guard would stand unread, and leave a route open. */
  private List<Misplaced> unread(TypeElement annotation, Notes notes) {
    var name = Declarations.name(annotation);
    var where = Where.of(name);
    var several =
        notes.api(GUARD) && annotation.getAnnotation(Repeatable.class) != null
            ? Stream.of(
                new Misplaced(
                    Reason.GUARD_REPEATABLE,
                    name.simple(),
                    "",
                    where.at(Repeatable.class.getName())))
            : Stream.<Misplaced>of();
    var beyond =
        annotation.getAnnotationMirrors().stream()
            .map(each -> each.getAnnotationType().asElement())
            .filter(each -> declarations.notes(each).api(GUARD))
            .map(each ->
                new Misplaced(
                    Reason.GUARD_BEYOND,
                    each.getSimpleName().toString(),
                    name.simple(),
                    where.at(each.toString())));
    return Stream.concat(several, beyond).toList();
  }

  /** Whether a class says {@code @Guard} of itself; what else it may stand on is said of it. */
  private boolean isBare(TypeElement type, Notes notes) {
    return type.getKind() == ElementKind.CLASS
        && notes.list(Notes.API + GUARD, "value").isEmpty()
        && !notes.api("Routes")
        && !declarations.kinds().isError(type);
  }

  /**
   * The guards before a route, those of its class first. None is replaced by another one that says
   * something else to the same class: each is asked.
   */
  List<GuardModel> of(ExecutableElement method) {
    var owner = Declarations.owner(method);
    var all = new ArrayList<GuardModel>();
    Stream.concat(
            at(owner, Where.of(Declarations.name(owner))), at(method, Declarations.where(method)))
        .filter(each -> all.stream().noneMatch(each::asksSame))
        .forEach(all::add);
    all.forEach(each -> named.add(each.guard()));
    return all;
  }

  private Stream<GuardModel> at(Element element, Where where) {
    return Led.by(GUARD, element, where, declarations).flatMap(each -> guard(each).stream());
  }

  /** What is no class, such as {@code int.class}, is no guard, which is said of it. */
  private Optional<GuardModel> guard(Led led) {
    var type = Notes.element(led.value());
    if (type.isEmpty()) {
      var name = new TypeName("", led.value().toString());
      return Optional.of(new GuardModel(name, false, Optional.empty(), led.by(), led.where()));
    }
    return type.filter(each -> types.canBeNamed(each.asType()))
        .map(each ->
            new GuardModel(
                Declarations.name(each), isMade(each), takes(each), led.by(), led.where()));
  }

  private boolean isMade(TypeElement type) {
    return declarations.isSource(type)
        ? wrong(type).isEmpty()
        : declarations.exists(Declarations.name(type).generated("Guarding"));
  }

  private static Optional<TypeName> takes(TypeElement type) {
    return methods(type).stream()
        .limit(1)
        .flatMap(GuardReader::annotations)
        .flatMap(each -> Notes.element(each.asType()).stream())
        .map(Declarations::name)
        .findFirst();
  }

  private static Stream<? extends VariableElement> annotations(ExecutableElement method) {
    return method.getParameters().stream()
        .filter(each -> Notes.element(each.asType()).filter(AnnotationTypes::isRead).isPresent());
  }

  /** The methods of a class that could check requests: neither private nor static, of its own. */
  private static List<ExecutableElement> methods(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(each -> hiding(each).isEmpty())
        .filter(each -> !COMMON.contains(Declarations.signature(each)))
        .toList();
  }

  private static Optional<Modifier> hiding(ExecutableElement method) {
    return Stream.of(Modifier.PRIVATE, Modifier.STATIC)
        .filter(method.getModifiers()::contains)
        .findFirst();
  }

  /** Whether somebody has named a class of the sources as a guard, or it has. */
  boolean isNamed(TypeElement type) {
    return named.contains(Declarations.name(type));
  }

  /**
   * The guards of the sources, with those that were some before.
   *
   * @param before what has checked requests in earlier runs: whoever names it may not be here
   */
  Stream<TypeElement> sources(Set<TypeName> before) {
    return Stream.concat(named.stream(), before.stream().sorted())
        .distinct()
        .flatMap(each -> declarations.type(each).stream())
        .filter(declarations::isSource)
        .filter(each -> isNamed(each) || wrong(each).isEmpty());
  }

  /** What stands before routes and is no guard, if nothing is said of its class. */
  List<Misplaced> used(List<RoutesModel> routes) {
    return routes.stream()
        .flatMap(RoutesModel::allGuards)
        .filter(each -> !each.made() && !isSource(each.guard()))
        .map(each -> new Misplaced(Reason.NO_GUARD, each.guard().simple(), "", each.where()))
        .distinct()
        .toList();
  }

  private boolean isSource(TypeName name) {
    return declarations.type(name).filter(declarations::isSource).isPresent();
  }

  /** Why a class is no guard; nothing if it is one. */
  List<Misplaced> wrong(TypeElement type) {
    var name = Declarations.name(type);
    if (!Declarations.visible(type)) return List.of(of(type, Reason.PRIVATE));
    var unfit = Unfit.type(type);
    if (unfit.isPresent()) return List.of(of(type, unfit.get()));
    var methods = methods(type);
    var wrong =
        switch (methods.size()) {
          case 0 -> Stream.of(none(type));
          case 1 -> method(methods.getFirst()).stream();
          default -> Stream.of(of(methods.get(1), Reason.GUARD_SECOND, name.simple()));
        };
    return Stream.concat(uncallables.constructor(type), wrong).toList();
  }

  private static Misplaced of(TypeElement type, Reason reason) {
    var name = Declarations.name(type);
    return new Misplaced(reason, name.simple(), "", Where.of(name));
  }

  private static Misplaced of(ExecutableElement method, Reason reason, String more) {
    var name = method.getSimpleName() + "(...)";
    return new Misplaced(reason, name, more, Declarations.where(method));
  }

  private static Misplaced none(TypeElement type) {
    var all = ElementFilter.methodsIn(type.getEnclosedElements());
    return all.size() == 1 && hiding(all.getFirst()).isPresent()
        ? of(all.getFirst(), Reason.GUARD_HIDDEN, hiding(all.getFirst()).get().toString())
        : of(type, Reason.GUARD_EMPTY);
  }

  private Optional<Misplaced> method(ExecutableElement method) {
    if (!method.getTypeParameters().isEmpty()) {
      return Optional.of(of(method, Reason.GENERIC_METHOD, ""));
    }
    if (method.getReturnType().getKind() != TypeKind.VOID) {
      return Optional.of(
          of(method, Reason.GUARD_RESULT, declarations.plain(method.getReturnType())));
    }
    return body(method)
        .or(() -> annotations(method).skip(1).findFirst().map(each -> second(method, each)))
        .or(() -> Qualifiers.unwritable(method).map(each -> unwritable(method, each)));
  }

  private Optional<Misplaced> body(ExecutableElement method) {
    return parameters.read(method, Doc.NONE, Set.of()).stream()
        .filter(each -> each.source().isBody())
        .findFirst()
        .map(each -> new Misplaced(Reason.GUARD_BODY, each.name(), "", each.where()));
  }

  private static Misplaced second(ExecutableElement method, VariableElement annotation) {
    var name = annotation.getSimpleName().toString();
    return new Misplaced(
        Reason.GUARD_ANNOTATION, name, "", Declarations.where(method).parameter(name));
  }

  private static Misplaced unwritable(ExecutableElement method, VariableElement annotation) {
    var where = Declarations.where(method).parameter(annotation.getSimpleName().toString());
    return new Misplaced(Reason.UNWRITABLE, method.getSimpleName() + "(...)", "", where);
  }

  /** A guard of the sources with which nothing is wrong. */
  RoutesModel read(TypeElement type) {
    var constructor = Declarations.constructor(type);
    var check = check(type, methods(type).getFirst());
    return new RoutesModel(
        Declarations.name(type),
        check.read().isPresent() ? Made.Kind.ANNOTATED_GUARD : Made.Kind.GUARD,
        constructor.map(each -> parameters(each)).orElse(List.of()),
        constructor
            .map(each -> Throwing.of(declarations, each, declarations.doc(each)))
            .orElse(List.of()),
        List.of(check),
        List.of(),
        List.of(),
        Doc.NONE);
  }

  private List<ParameterModel> parameters(ExecutableElement method) {
    return parameters.read(method, declarations.doc(method), Set.of());
  }

  private RouteModel check(TypeElement type, ExecutableElement method) {
    var remarks = Marginals.remarks(declarations.notes(method), "");
    var isDeprecated = Marginals.isDeprecated(declarations.notes(type));
    return new RouteModel(
        method.getSimpleName().toString(),
        new RouteModel.Http(HttpMethod.GET, "", OptionalInt.empty(), List.of()),
        false,
        parameters(method),
        new ResultModel.Nothing(),
        List.of(),
        Throwing.of(declarations, method, declarations.doc(method)),
        new RouteModel.Rules(
            false,
            OptionalLong.empty(),
            List.of(),
            List.of(),
            CallerModel.NONE,
            type.getSimpleName().toString(),
            "",
            false,
            isDeprecated ? remarks.asDeprecated() : remarks,
            ProtectionModel.NONE,
            List.of()),
        Doc.NONE,
        Declarations.where(method));
  }
}
