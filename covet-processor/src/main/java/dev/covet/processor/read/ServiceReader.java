package dev.covet.processor.read;

import dev.covet.processor.model.service.ErrorModel;
import dev.covet.processor.model.service.KeyModel;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.service.ProtectedModel;
import dev.covet.processor.model.service.ProviderModel;
import dev.covet.processor.model.type.Naming;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueSource;
import dev.covet.processor.model.type.Where;
import dev.covet.processor.read.data.Qualifiers;
import dev.covet.processor.read.data.TypeReader;
import dev.covet.processor.read.element.Declarations;
import dev.covet.processor.read.element.Notes;
import dev.covet.processor.read.element.Throwing;
import dev.covet.processor.read.element.Unfit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads what the app makes by itself: providers, middleware and the facts of errors. */
final class ServiceReader {
  private static final String ERROR_FORMAT = Notes.API + "ErrorFormat";

  private final Declarations declarations;
  private final TypeReader types;
  private final ParameterReader parameters;

  ServiceReader(Declarations declarations, TypeReader types) {
    this.declarations = declarations;
    this.types = types;
    this.parameters = new ParameterReader(declarations, types);
  }

  /**
   * What a class provides.
   *
   * @param names those of the parameters of each provider, in order; none for those of the source
   */
  Stream<ProviderModel> providers(TypeElement type, List<List<String>> names) {
    if (declarations.kinds().isSql(type)) return Stream.of(SqlReader.provider(declarations, type));
    if (declarations.kinds().isClient(type)) return Stream.of(ClientReader.provider(type));
    var made = made(type).toList();
    return IntStream.range(0, made.size())
        .mapToObj(i -> provider(type, made.get(i), i < names.size() ? names.get(i) : List.of()));
  }

  /** What makes something: the constructor first. */
  private Stream<ExecutableElement> made(TypeElement type) {
    var methods =
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .filter(each -> declarations.notes(each).api("Provides"))
            .filter(each -> Declarations.visible(type) && Unfit.provider(each).isEmpty())
            .filter(each -> Qualifiers.unwritable(each).isEmpty())
            .filter(each -> types.canBeNamed(each.getReturnType()));
    return isService(type)
        ? Stream.concat(
            Declarations.constructor(type)
                .filter(each -> Qualifiers.unwritable(each).isEmpty())
                .stream(),
            methods)
        : methods;
  }

  /** Whether the app makes a class because of what it says or is. */
  boolean isService(TypeElement type) {
    return Declarations.visible(type)
        && Unfit.type(type).isEmpty()
        && (declarations.notes(type).api("Provides") || declarations.kinds().isMiddleware(type));
  }

  /** Whether a middleware asks for nothing but services, or says that the app makes it. */
  boolean isPlain(TypeElement middleware) {
    var visible =
        ElementFilter.constructorsIn(middleware.getEnclosedElements()).stream()
            .filter(Declarations::visible)
            .toList();
    return declarations.notes(middleware).api("Provides")
        || (visible.size() == 1
            && parameters.read(visible.getFirst(), declarations.doc(middleware), List.of()).stream()
                .map(ParameterModel::source)
                .allMatch(each -> each == ValueSource.PROVIDED || each == ValueSource.QUALIFIER));
  }

  private ProviderModel provider(TypeElement owner, ExecutableElement made, List<String> names) {
    var constructor = made.getKind() == ElementKind.CONSTRUCTOR;
    var given = declarations.plain(constructor ? owner.asType() : made.getReturnType());
    var name = Declarations.name(owner);
    var doc = declarations.doc(made);
    var subclass =
        Optional.of(owner)
            .filter(_ -> constructor)
            .flatMap(new ProtectedReader(declarations)::read)
            .filter(ProtectedModel::isWritten);
    var where = constructor ? Where.of(name) : Where.of(name).member(Declarations.signature(made));
    var asked = new ArrayList<>(parameters.read(made, doc, names));
    subclass.ifPresent(_ -> asked.add(ProtectedReader.resilience(asked, where)));
    return new ProviderModel(
        name,
        constructor ? Optional.empty() : Optional.of(made.getSimpleName().toString()),
        new KeyModel(given, Qualifiers.of(declarations.notes(made)), ""),
        given,
        requestScoped(constructor ? owner : made),
        constructor && declarations.kinds().isMiddleware(owner),
        asked,
        Throwing.of(declarations, made, doc),
        where,
        subclass.map(ProtectedModel::generated));
  }

  private boolean requestScoped(Element element) {
    return declarations
        .notes(element)
        .list(Notes.API + "Provides", "value")
        .equals(List.of("REQUEST"));
  }

  /** Whether nothing says the status of an error that can be thrown. */
  boolean hasNoStatus(TypeElement type) {
    return declarations.kinds().isError(type)
        && !type.getModifiers().contains(Modifier.ABSTRACT)
        && !declarations.notes(type).api("Status")
        && ElementFilter.methodsIn(declarations.elements().getAllMembers(type)).stream()
            .filter(each -> Declarations.signature(each).equals("status()"))
            .allMatch(
                each -> Declarations.name(Declarations.owner(each)).simple().equals("ApiError"));
  }

  Optional<ErrorModel> error(TypeElement type) {
    if (!declarations.kinds().isError(type) || !Declarations.visible(type)) return Optional.empty();
    var name = Declarations.name(type);
    var code = Naming.SNAKE_CASE.of(name.simple()).toUpperCase(Locale.ROOT);
    return declarations
        .notes(type)
        .number("Status")
        .map(status -> new ErrorModel(name, status.intValue(), code, declarations.doc(type)));
  }

  /** The record that errors are for clients, if the class is a format of errors. */
  Optional<TypeName> errorBody(TypeElement type) {
    return declarations.subtype(type.asType(), ERROR_FORMAT)
        ? errorBody(type.asType())
        : Optional.empty();
  }

  private Optional<TypeName> errorBody(TypeMirror type) {
    if (type instanceof DeclaredType declared && isErrorFormat(declared)) {
      return declared.getTypeArguments().stream()
          .map(types::type)
          .flatMap(body ->
              body instanceof TypeModel.RecordType(var name) ? Stream.of(name) : Stream.of())
          .findFirst();
    }
    return declarations.types().directSupertypes(type).stream()
        .flatMap(parent -> errorBody(parent).stream())
        .findFirst();
  }

  private static boolean isErrorFormat(DeclaredType type) {
    return ((TypeElement) type.asElement()).getQualifiedName().contentEquals(ERROR_FORMAT);
  }
}
