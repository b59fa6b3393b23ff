package dev.covet.processor.read;

import dev.covet.processor.model.route.ResultModel;
import dev.covet.processor.model.service.KeyModel;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.type.DefaultModel;
import dev.covet.processor.model.type.Doc;
import dev.covet.processor.model.type.Naming;
import dev.covet.processor.model.type.QualifierModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.ValueModel;
import dev.covet.processor.model.type.ValueSource;
import dev.covet.processor.model.type.Where;
import dev.covet.processor.read.data.Qualifiers;
import dev.covet.processor.read.data.RecordReader;
import dev.covet.processor.read.data.TypeReader;
import dev.covet.processor.read.element.AnnotationTypes;
import dev.covet.processor.read.element.Declarations;
import dev.covet.processor.read.element.Kinds;
import dev.covet.processor.read.element.Marginals;
import dev.covet.processor.read.element.Notes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads parameters, and decides where each value comes from. */
record ParameterReader(Declarations declarations, TypeReader types) {
  /** What holds others, and is itself what they are. */
  private static final Set<String> HOLDING = Set.of("java.util.List", "java.util.Optional");

  private static final Set<TypeKind> NO_CLASS = Set.of(TypeKind.ARRAY, TypeKind.WILDCARD);

  /**
   * Types of {@code java.util} that are data and no services, although Covet does not read them: it
   * is said of them that they have no codec, not that nobody provides them.
   */
  private static final Map<ValueSource, Set<String>> UNREAD =
      Map.of(
          ValueSource.BODY,
          Set.of("Map HashMap LinkedHashMap SortedMap SequencedMap TreeMap".split(" ", -1)),
          ValueSource.QUERY,
          Set.of(
              ("Collection SequencedCollection Date Set HashSet LinkedHashSet SortedSet TreeSet"
                      + " SequencedSet List Optional OptionalInt OptionalLong OptionalDouble")
                  .split(" ", -1)));

  /** The enum that is no data, but what the app was started in. */
  private static final String MODE = "dev.covet.api.Mode";

  /** What an annotation on a parameter may say; others are said by what it is. */
  private static final List<ValueSource> SAID =
      Stream.of(ValueSource.values())
          .filter(each -> each != ValueSource.QUALIFIER && each != ValueSource.ADDRESS)
          .toList();

  /** The parameters of a handler, of which {@code variables} stand in the path. */
  List<ParameterModel> read(ExecutableElement method, Doc doc, Set<String> variables) {
    var place = place(method, doc, variables);
    return method.getParameters().stream()
        .map(each -> read(each, each.getSimpleName().toString(), place))
        .toList();
  }

  /**
   * The parameters of a provider.
   *
   * @param names their names, if they are not to be had from it: class files do not have them
   */
  List<ParameterModel> read(ExecutableElement method, Doc doc, List<String> names) {
    if (names.size() != method.getParameters().size()) return read(method, doc, Set.of());
    var place = place(method, doc, Set.of());
    return IntStream.range(0, names.size())
        .mapToObj(i -> read(method.getParameters().get(i), names.get(i), place))
        .toList();
  }

  private Place place(ExecutableElement method, Doc doc, Set<String> variables) {
    var where =
        Where.of(Declarations.name(Declarations.owner(method)))
            .member(Declarations.signature(method));
    return new Place(new PathNames(declarations.naming(method), variables), doc, where);
  }

  /** Where parameters stand. */
  private record Place(PathNames path, Doc doc, Where where) {}

  private ParameterModel read(VariableElement parameter, String name, Place place) {
    var path = place.path();
    var naming = path.naming();
    var places = List.of(parameter, parameter.asType());
    var notes = Notes.of(declarations.elements(), places);
    var value = types.value(parameter.asType(), places);
    var said = notes.names("").getFirst();
    var pathName = said.isEmpty() ? path.name(name) : said;
    var source = source(notes, parameter, path.has(pathName), value.type());
    return new ParameterModel(
        name,
        wireName(notes, source, name, source == ValueSource.PATH ? pathName : naming.of(name)),
        source.hasAliases() ? notes.names("").stream().skip(1).toList() : List.of(),
        source,
        source == ValueSource.BODY && isEither(notes, parameter),
        value,
        fallback(notes, value),
        key(parameter, Qualifiers.of(notes)),
        Marginals.remarks(notes, place.doc().param(name)),
        place.where().parameter(name));
  }

  /** A client that asks for no order leaves it to the handler. */
  private static DefaultModel fallback(Notes notes, ValueModel value) {
    var said = RecordReader.fallback(notes);
    return said instanceof DefaultModel.None
            && !value.nullable()
            && value.type() instanceof TypeModel.Coded coded
            && coded.isSort()
        ? new DefaultModel.Empty()
        : said;
  }

  /** First yes wins: the parameter, the path, the type's declaration, the kind of type. */
  private ValueSource source(
      Notes notes, VariableElement parameter, boolean inPath, TypeModel type) {
    return said(notes)
        .or(() -> Qualifiers.of(notes).map(_ -> ValueSource.PROVIDED))
        .or(() -> inPath ? Optional.of(ValueSource.PATH) : Optional.empty())
        .or(() -> declaration(parameter))
        .or(() -> unread(parameter.asType()))
        .orElseGet(() -> byKind(type));
  }

  private static Optional<ValueSource> said(Notes notes) {
    return SAID.stream()
        .filter(source -> notes.api(source.annotation()))
        .filter(source -> source != ValueSource.FORM || !notes.api("Body"))
        .findFirst();
  }

  /** Whether a body may be a form, too: as it says itself, or else its type. */
  private boolean isEither(Notes notes, VariableElement parameter) {
    var said =
        notes.api("Body") || !(parameter.asType() instanceof DeclaredType type)
            ? notes
            : declarations.notes(type.asElement());
    return said.api("Body") && said.api("Form");
  }

  private Optional<ValueSource> declaration(VariableElement parameter) {
    if (!(parameter.asType() instanceof DeclaredType type)) return Optional.empty();
    if (AnnotationTypes.isRead(type.asElement())) return Optional.of(ValueSource.QUALIFIER);
    if (type.asElement().toString().equals(ResultModel.Messages.SOCKET)) {
      return Optional.of(ValueSource.SOCKET);
    }
    var notes = declarations.notes(type.asElement());
    return notes.api("Settings")
            || principal(type).isPresent()
            || isNoScalar(type.asElement(), notes)
        ? Optional.of(ValueSource.PROVIDED)
        : said(notes);
  }

  /** The principal that a type asks for, signed in or not. */
  private Optional<Element> principal(DeclaredType type) {
    var isOptional = type.asElement().toString().equals(Optional.class.getName());
    return isOptional
        ? type.getTypeArguments().stream()
            .filter(DeclaredType.class::isInstance)
            .map(each -> ((DeclaredType) each).asElement())
            .filter(this::isPrincipal)
            .findFirst()
        : Optional.of(type.asElement()).filter(this::isPrincipal);
  }

  private boolean isPrincipal(Element type) {
    return declarations.notes(type).api("Principal");
  }

  /** What to do where nothing signs a principal in. */
  private static String signIn(String principal) {
    return "install what signs it in, such as Jwt.of(%1$s.class) of covet-security, or write a"
            .formatted(principal)
        + " @Provides(REQUEST) method that gives "
        + principal;
  }

  /** Whether it cannot be a value class, which is said of its declaration alone. */
  private static boolean isNoScalar(Element type, Notes notes) {
    return notes.api("Scalar") && Kinds.isGenericRecord(type);
  }

  private KeyModel key(VariableElement parameter, Optional<QualifierModel> qualifier) {
    var fromPlugin =
        parameter.asType() instanceof DeclaredType type
            ? principal(type)
                .map(each -> signIn(each.getSimpleName().toString()))
                .orElseGet(() -> fromPlugin(declarations.notes(type.asElement()), qualifier))
            : "";
    return new KeyModel(declarations.plain(parameter.asType()), qualifier, fromPlugin);
  }

  /** What to write so that a plugin brings it; of one with a qualifier the type may say more. */
  private static String fromPlugin(Notes type, Optional<QualifierModel> qualifier) {
    return qualifier
        .filter(by -> by.values().isEmpty())
        .flatMap(by ->
            type.said(Notes.API + "FromPlugin", "qualified")
                .map(text -> text.replace("*", by.annotation().simple())))
        .or(() -> type.text("FromPlugin"))
        .orElse("");
  }

  private static ValueSource byKind(TypeModel type) {
    return switch (type) {
      case TypeModel.EnumType(var name, var _) when name.qualified().equals(MODE) ->
          ValueSource.PROVIDED;
      case TypeModel.Scalar _, TypeModel.EnumType _, TypeModel.ValueClass _, TypeModel.Coded _ ->
          ValueSource.QUERY;
      case TypeModel.ListOf(var element) -> byKind(element.type());
      case TypeModel.ManyOf(var _, var element) -> byKind(element.type());
      case TypeModel.MapOf(var _, var _, var value) ->
          byKind(value.type()) == ValueSource.PROVIDED ? ValueSource.PROVIDED : ValueSource.BODY;
      case TypeModel.OptionalOf(var element) -> byKind(element.type());
      case TypeModel.RecordType _,
          TypeModel.SealedType _,
          TypeModel.Changes _,
          TypeModel.Ready _,
          TypeModel.Bytes _,
          TypeModel.Stream _ ->
          ValueSource.BODY;
      case TypeModel.Upload _ -> ValueSource.FORM;
      case TypeModel.Other _, TypeModel.Unresolved _ -> ValueSource.PROVIDED;
    };
  }

  private static String wireName(Notes notes, ValueSource source, String javaName, String named) {
    var said =
        Stream.concat(notes.text(source.annotation()).stream(), notes.names("").stream().limit(1))
            .filter(text -> !text.isEmpty())
            .findFirst();
    return said.orElse(source == ValueSource.HEADER ? Naming.TRAIN_CASE.of(javaName) : named);
  }

  /** How names are written here, and which of them the path holds. */
  private record PathNames(Naming naming, Set<String> variables) {
    boolean has(String name) {
      return variables.contains(name);
    }

    /** The variable that a parameter means: by its name as it is written here, or in Java. */
    String name(String javaName) {
      return has(javaName) && !has(naming.of(javaName)) ? javaName : naming.of(javaName);
    }
  }

  /** Where a value of a type that is not read would come from; empty if it is read, or no data. */
  private static Optional<ValueSource> unread(TypeMirror type) {
    return type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
        ? unread(declared, element)
        : Optional.empty();
  }

  private static Optional<ValueSource> unread(DeclaredType type, TypeElement element) {
    var name = element.getQualifiedName().toString();
    if (HOLDING.contains(name) && !type.getTypeArguments().isEmpty()) {
      var inner = type.getTypeArguments().getFirst();
      return NO_CLASS.contains(inner.getKind()) ? Optional.of(ValueSource.QUERY) : unread(inner);
    }
    return Kinds.isGenericRecord(element) || Kinds.isUnion(element)
        ? Optional.of(ValueSource.BODY)
        : UNREAD.entrySet().stream()
            .filter(each -> name.equals("java.util." + element.getSimpleName()))
            .filter(each -> each.getValue().contains(element.getSimpleName().toString()))
            .map(Map.Entry::getKey)
            .findFirst();
  }
}
