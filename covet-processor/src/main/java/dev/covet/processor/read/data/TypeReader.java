package dev.covet.processor.read.data;

import dev.covet.processor.model.Repositories;
import dev.covet.processor.model.data.RecordModel;
import dev.covet.processor.model.type.ScalarKind;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueModel;
import dev.covet.processor.read.element.Declarations;
import dev.covet.processor.read.element.Kinds;
import dev.covet.processor.read.element.Notes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** Reads types; records and enums on the way are told to {@link Seen}. */
public final class TypeReader {
  private final Declarations declarations;
  private final Seen seen;
  private final InstanceReader instances;
  private final GivenCodecs given;

  /** What type variables stand for, by their names. */
  private final Map<String, ValueModel> bound;

  public TypeReader(Declarations declarations, Seen seen, GivenCodecs given) {
    this(declarations, seen, given, Map.of());
  }

  private TypeReader(
      Declarations declarations, Seen seen, GivenCodecs given, Map<String, ValueModel> bound) {
    this.declarations = declarations;
    this.given = given;
    this.seen = seen;
    this.instances = new InstanceReader(declarations, seen);
    this.bound = bound;
  }

  /** What takes down the types that are met. */
  Seen seen() {
    return seen;
  }

  /** One that reads the components of a generic record, whose type variables stand for these. */
  TypeReader within(Map<String, ValueModel> variables) {
    return variables.isEmpty() ? this : new TypeReader(declarations, seen, given, variables);
  }

  /** A type where it stands, with the constructs that may carry its annotations. */
  public ValueModel value(TypeMirror type, Collection<? extends AnnotatedConstruct> places) {
    var notes = Notes.of(declarations.elements(), places);
    var own = ConstraintReader.of(declarations, notes, limited(type));
    return bound(type)
        .map(each ->
            new ValueModel(
                each.type(),
                notes.nullable() || each.nullable(),
                Stream.concat(own.stream(), each.constraints().stream()).distinct().toList()))
        .orElseGet(() -> new ValueModel(type(type), notes.nullable(), own));
  }

  /** The type of what constraints limit, also where a type variable stands for it. */
  private TypeMirror limited(TypeMirror type) {
    return bound(type).flatMap(each -> declarations.named(each.type().reference())).orElse(type);
  }

  /** What a type variable stands for. */
  private Optional<ValueModel> bound(TypeMirror type) {
    return type instanceof TypeVariable variable
        ? Optional.ofNullable(bound.get(variable.asElement().getSimpleName().toString()))
        : Optional.empty();
  }

  /** A type argument. */
  public ValueModel argument(DeclaredType type, int index) {
    var argument = type.getTypeArguments().get(index);
    return value(argument, List.of(argument));
  }

  public TypeModel type(TypeMirror type) {
    return switch (type.getKind()) {
      case BOOLEAN, BYTE, SHORT, INT, LONG, CHAR, FLOAT, DOUBLE -> primitive(type.getKind());
      case ERROR -> new TypeModel.Unresolved(type.toString());
      case ARRAY -> array(type);
      case DECLARED -> declared((DeclaredType) type);
      case TYPEVAR ->
          bound(type)
              .map(ValueModel::type)
              .orElseGet(() -> new TypeModel.Unresolved(type.toString()));
      default -> new TypeModel.Other(declarations.plain(type), declarations.plain(type));
    };
  }

  private static TypeModel primitive(TypeKind kind) {
    return new TypeModel.Scalar(ScalarKind.valueOf(kind.name()), false);
  }

  /** The name of a record, which is to be read. */
  public TypeName record(TypeElement record) {
    return seen.add(record);
  }

  private TypeModel array(TypeMirror type) {
    var inner = ((ArrayType) type).getComponentType();
    if (declarations.plain(type).equals("byte[]") && !Notes.isNullable(inner)) {
      return new TypeModel.Bytes();
    }
    var element = new ValueModel(type(inner), Notes.isNullable(inner), List.of());
    return isData(element.type())
        ? new TypeModel.ManyOf(TypeModel.Form.ARRAY, element)
        : new TypeModel.Other(declarations.plain(type), declarations.plain(type));
  }

  /** What is no service, nor holds one. */
  private static boolean isData(TypeModel type) {
    return !(type instanceof TypeModel.Other || type instanceof TypeModel.Unresolved)
        && type.parts().stream().allMatch(each -> isData(each.type()));
  }

  private TypeModel declared(DeclaredType type) {
    var element = (TypeElement) type.asElement();
    var name = element.getQualifiedName().toString();
    if (hasUnresolved(type)) return new TypeModel.Unresolved(declarations.plain(type));
    return scalar(name)
        .or(() -> generic(type, name))
        .or(() -> given.of(declarations.plain(type)))
        .orElseGet(() -> plainClass(type, element, name));
  }

  private static Optional<TypeModel> scalar(String name) {
    return ScalarKind.of(name).map(kind -> new TypeModel.Scalar(kind, kind.primitive()));
  }

  private Optional<TypeModel> generic(DeclaredType type, String name) {
    return switch (type.getTypeArguments().size()) {
      case 1 -> ofOne(type, name);
      case 2 -> map(type, name);
      default -> Optional.empty();
    };
  }

  private Optional<TypeModel> ofOne(DeclaredType type, String name) {
    return switch (name) {
      case "java.util.List" -> Optional.of(new TypeModel.ListOf(argument(type, 0)));
      case "java.util.Optional" -> Optional.of(new TypeModel.OptionalOf(argument(type, 0)));
      case "dev.covet.api.Changes" -> changes(type);
      case "dev.covet.data.query.Sort" -> sort(type);
      default -> TypeModel.Form.of(name).map(form -> new TypeModel.ManyOf(form, argument(type, 0)));
    };
  }

  private Optional<TypeModel> map(DeclaredType type, String name) {
    return switch (name) {
      case "java.util.Map" ->
          Optional.of(new TypeModel.MapOf(false, argument(type, 0), argument(type, 1)));
      case "java.util.SequencedMap" ->
          Optional.of(new TypeModel.MapOf(true, argument(type, 0), argument(type, 1)));
      case Repositories.TYPE -> {
        argument(type, 0); // reads the record: which table it is stands there
        yield Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  /** The order of a table's rows; of anything else it is no data. */
  private Optional<TypeModel> sort(DeclaredType type) {
    return type.getTypeArguments().getFirst() instanceof DeclaredType record
            && declarations.notes(record.asElement()).api("Table")
            && type(record) instanceof TypeModel.RecordType(var name)
        ? Optional.of(TypeModel.Coded.sort(declarations.plain(type), name))
        : Optional.empty();
  }

  private Optional<TypeModel> changes(DeclaredType type) {
    return switch (argument(type, 0).type()) {
      case TypeModel.RecordType(var name) -> Optional.of(new TypeModel.Changes(name));
      case TypeModel.Unresolved _ ->
          Optional.of(new TypeModel.Unresolved(declarations.plain(type)));
      default -> Optional.empty();
    };
  }

  private TypeModel plainClass(DeclaredType type, TypeElement element, String name) {
    var ready = TypeModel.Ready.of(name);
    if (ready.isPresent()) return ready.get();
    if (name.equals("java.io.InputStream")) return new TypeModel.Stream();
    if (name.equals("dev.covet.web.http.Upload")) return new TypeModel.Upload();
    if (!canBeNamed(type)) return new TypeModel.Unresolved(declarations.plain(type));
    if (Kinds.isUnion(element) && element.getTypeParameters().isEmpty()) {
      return new TypeModel.SealedType(seen.add(element));
    }
    if (element.getKind() == ElementKind.ENUM && !isNoRecord(element)) {
      var foreign = declarations.origin(element) == RecordModel.Origin.FOREIGN;
      return new TypeModel.EnumType(seen.add(element), foreign);
    }
    if (element.getKind() == ElementKind.RECORD && declarations.notes(element).api("Scalar")) {
      return valueClass(type, element);
    }
    if (Kinds.isGenericRecord(element) || Kinds.isUnion(element)) {
      return instance(type, bound.isEmpty() ? declarations.plain(type) : name);
    }
    if (element.getKind() == ElementKind.RECORD) return new TypeModel.RecordType(seen.add(element));
    return isNoRecord(element)
        ? new TypeModel.Unresolved(declarations.plain(type))
        : new TypeModel.Other(declarations.plain(type), name);
  }

  /** A generic record with its types; one with variables that stand for nothing is not found. */
  private TypeModel instance(DeclaredType type, String shown) {
    var arguments =
        type.getTypeArguments().stream().map(each -> value(each, List.of(each))).toList();
    return arguments.stream().anyMatch(each -> each.type() instanceof TypeModel.Unresolved)
        ? new TypeModel.Unresolved(declarations.plain(type))
        : instances.read(type, arguments, shown);
  }

  /** A value class; what cannot be one is said of its declaration. */
  private TypeModel valueClass(DeclaredType type, TypeElement element) {
    seen.add(element);
    var components = element.getRecordComponents();
    if (components.size() != 1 || Kinds.isGenericRecord(element)) {
      return new TypeModel.Unresolved(declarations.plain(type));
    }
    var component = components.getFirst();
    var value = value(component.asType(), Declarations.limited(component));
    return value.type() instanceof TypeModel.Scalar && !value.nullable()
        ? new TypeModel.ValueClass(
            Declarations.name(element), value, component.getSimpleName().toString())
        : new TypeModel.Unresolved(declarations.plain(type));
  }

  /** Whether a type says that it is a record's kind of data, and is none: that is said of it. */
  private boolean isNoRecord(TypeElement type) {
    return type.getKind() != ElementKind.RECORD
        && declarations.isSource(type)
        && declarations.notes(type).isData();
  }

  /** Whether generated code can name a type; a class of the sources that it cannot is noted. */
  public boolean canBeNamed(TypeMirror type) {
    return switch (type) {
      case ArrayType array -> canBeNamed(array.getComponentType());
      case DeclaredType declared ->
          canBeNamed((TypeElement) declared.asElement())
              && declared.getTypeArguments().stream().allMatch(this::canBeNamed);
      default -> true;
    };
  }

  private boolean canBeNamed(TypeElement element) {
    if (Declarations.visible(element) || !declarations.isSource(element)) return true;
    seen.hide(Declarations.name(element));
    return false;
  }

  private static boolean hasUnresolved(DeclaredType type) {
    return type.getTypeArguments().stream()
        .anyMatch(argument ->
            argument.getKind() == TypeKind.ERROR
                || (argument instanceof DeclaredType inner && hasUnresolved(inner)));
  }
}
