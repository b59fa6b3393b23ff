package dev.covet.processor.read;

import dev.covet.processor.model.source.AnnotatedPlace;
import dev.covet.processor.model.source.NoteModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.Where;
import dev.covet.processor.read.data.TableReader;
import dev.covet.processor.read.element.AnnotationTypes;
import dev.covet.processor.read.element.Declarations;
import dev.covet.processor.read.element.Kinds;
import dev.covet.processor.read.element.Notes;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;

/**
 * Finds every annotation of Covet's in the sources, and what it stands on.
 *
 * @param guards knows all guards
 * @param isCalled whether the app makes a class by its constructor
 */
record AnnotationReader(
    Declarations declarations,
    TableReader tables,
    GuardReader guards,
    Predicate<TypeElement> isCalled) {
  private static final Set<String> STATUS = Set.of(Notes.API + "Status");

  /** The annotations of classes, and of the packages that they are in. */
  Stream<NoteModel> all(Collection<TypeElement> roots) {
    return Stream.concat(
        roots.stream()
            .map(declarations.elements()::getPackageOf)
            .distinct()
            .flatMap(AnnotationReader::of),
        roots.stream().filter(each -> !declarations.isCompact(each)).flatMap(this::of));
  }

  private static Stream<NoteModel> of(PackageElement all) {
    var where = Where.of(TypeName.ofPackage(all.getQualifiedName().toString()));
    return notes(all, Set.of(), AnnotatedPlace.PACKAGE, where);
  }

  /** The annotations of a class and of all that is in it. */
  private Stream<NoteModel> of(TypeElement type) {
    var where = Where.of(Declarations.name(type));
    return Stream.concat(
        notes(type, isAnswer(type) ? STATUS : Set.of(), spot(type), where),
        type.getEnclosedElements().stream().flatMap(each -> member(each, type, where)));
  }

  /** Whether a record may be one of several answers, each of which has a status. */
  private static boolean isAnswer(TypeElement type) {
    return type.getKind() == ElementKind.RECORD
        && type.getInterfaces().stream()
            .map(each -> ((DeclaredType) each).asElement())
            .anyMatch(each -> each.getModifiers().contains(Modifier.SEALED));
  }

  private Stream<NoteModel> member(Element member, TypeElement owner, Where where) {
    var name = member.getSimpleName().toString();
    return switch (member) {
      case TypeElement nested -> of(nested);
      case ExecutableElement method -> method(method, owner);
      case RecordComponentElement component ->
          notes(component, Set.of(), component(component, owner), where.member(name));
      case VariableElement field ->
          notes(
              field,
              inherited(field),
              field.getKind() == ElementKind.ENUM_CONSTANT
                  ? AnnotatedPlace.CONSTANT
                  : AnnotatedPlace.FIELD,
              where.member(name));
      default -> Stream.of();
    };
  }

  private AnnotatedPlace spot(TypeElement type) {
    var notes = declarations.notes(type);
    return switch (type.getKind()) {
      case ANNOTATION_TYPE -> AnnotatedPlace.ANNOTATION;
      case RECORD -> notes.api("Settings") ? AnnotatedPlace.SETTINGS : record(type);
      default -> plain(type, notes);
    };
  }

  private static AnnotatedPlace record(TypeElement type) {
    return Kinds.isLeaf(type) ? AnnotatedPlace.LEAF : AnnotatedPlace.RECORD;
  }

  private AnnotatedPlace plain(TypeElement type, Notes notes) {
    if (declarations.kinds().isError(type)) return AnnotatedPlace.ERROR;
    if (notes.api("Routes")) return AnnotatedPlace.ROUTES;
    return switch (type.getKind()) {
      case INTERFACE -> Kinds.isUnion(type) ? AnnotatedPlace.SEALED : client(notes);
      case ENUM -> AnnotatedPlace.ENUM;
      default -> AnnotatedPlace.CLASS;
    };
  }

  private static AnnotatedPlace client(Notes notes) {
    if (!notes.api("Client")) return AnnotatedPlace.INTERFACE;
    return notes.api("Webhook") ? AnnotatedPlace.WEBHOOKS : AnnotatedPlace.CLIENT;
  }

  private AnnotatedPlace component(Element component, TypeElement owner) {
    var notes = declarations.notes(owner);
    if (notes.api("Settings")) return AnnotatedPlace.SETTING;
    if (notes.api("Scalar")) return AnnotatedPlace.WRAPPED;
    if (tables.isTable(owner)) return AnnotatedPlace.COLUMN;
    if (isGroup(notes)) return AnnotatedPlace.GROUPED;
    if (declarations.notes(component).api("Flatten")) return AnnotatedPlace.FLATTENED;
    return tables.isProjection(owner) ? AnnotatedPlace.PROJECTED : AnnotatedPlace.COMPONENT;
  }

  /** Whether it is read from no body but as a form. */
  private static boolean isGroup(Notes notes) {
    return !notes.api("Body")
        && Stream.of("Query", "Header", "Cookie", "Form").anyMatch(notes::api);
  }

  private Stream<NoteModel> method(ExecutableElement method, TypeElement owner) {
    var where = Declarations.where(method);
    var isConstructor = method.getKind() == ElementKind.CONSTRUCTOR;
    var spot = isConstructor ? AnnotatedPlace.CONSTRUCTOR : spot(method, owner);
    var input =
        isConstructor
            ? isCalled.test(owner) || guards.isNamed(owner)
            : guards.isNamed(owner)
                || List.of(
                        AnnotatedPlace.ROUTE,
                        AnnotatedPlace.CALL,
                        AnnotatedPlace.WEBHOOK,
                        AnnotatedPlace.HOOK,
                        AnnotatedPlace.PROVIDER)
                    .contains(spot);
    var parameters =
        method.getParameters().stream()
            .flatMap(each ->
                notes(
                    each,
                    isConstructor ? inherited(each, owner) : Set.of(),
                    input ? AnnotatedPlace.INPUT : AnnotatedPlace.PARAMETER,
                    where.parameter(each.getSimpleName().toString())));
    return Stream.concat(notes(method, inherited(method), spot, where), parameters);
  }

  private AnnotatedPlace spot(ExecutableElement method, TypeElement owner) {
    var notes = declarations.notes(method);
    if (notes.isRoute()) {
      if (!declarations.kinds().isClient(owner)) return AnnotatedPlace.ROUTE;
      return declarations.kinds().isWebhook(owner) ? AnnotatedPlace.WEBHOOK : AnnotatedPlace.CALL;
    }
    if (notes.isHook()) return AnnotatedPlace.HOOK;
    if (notes.api("Provides")) return AnnotatedPlace.PROVIDER;
    if (Declarations.component(method).isPresent()) return AnnotatedPlace.ACCESSOR;
    if (notes.api("Sql")
        && owner.getKind() == ElementKind.INTERFACE
        && method.getModifiers().contains(Modifier.ABSTRACT)) {
      return AnnotatedPlace.STATEMENT;
    }
    return owner.getKind() == ElementKind.RECORD
            && notes.api("ReadOnly")
            && !declarations.notes(owner).api("Scalar")
        ? AnnotatedPlace.COMPUTED
        : AnnotatedPlace.METHOD;
  }

  private static Set<String> inherited(Element member) {
    return inherited(member, Declarations.owner(member));
  }

  /** What a component of the same name says: the compiler copies it to all that it stands for. */
  private static Set<String> inherited(Element member, TypeElement record) {
    return record.getRecordComponents().stream()
        .filter(each -> each.getSimpleName().equals(member.getSimpleName()))
        .flatMap(each -> each.getAnnotationMirrors().stream())
        .map(AnnotationReader::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<NoteModel> notes(
      Element element, Set<String> inherited, AnnotatedPlace spot, Where where) {
    return element.getAnnotationMirrors().stream()
        .filter(each -> name(each).startsWith(NoteModel.API) && !inherited.contains(name(each)))
        .flatMap(AnnotationReader::single)
        .map(each ->
            new NoteModel(
                name(each).substring(NoteModel.API.length()), spot, Notes.saidTexts(each), where));
  }

  /** Several of one kind on one element are held by another annotation. */
  private static Stream<? extends AnnotationMirror> single(AnnotationMirror mirror) {
    return name(mirror).endsWith(".All") ? AnnotationTypes.several(mirror) : Stream.of(mirror);
  }

  private static String name(AnnotationMirror mirror) {
    return mirror.getAnnotationType().asElement().toString();
  }
}
