package dev.covet.processor.model.type;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A generic record with what its type parameters stand for: a record of its own to all that is
 * written for it.
 *
 * @param record the generic record
 * @param arguments what its parameters stand for, in order
 */
public record InstanceOf(TypeName record, List<ValueModel> arguments) {
  /** Copies the list. */
  public InstanceOf {
    arguments = List.copyOf(arguments);
  }

  /** The type as Java code writes it. */
  public String source() {
    return arguments.stream()
        .map(each -> each.type().reference())
        .collect(Collectors.joining(",", record.qualified() + "<", ">"));
  }

  /** Its name, from which those of generated classes are made, in a package that can name all. */
  public TypeName in(String packageName) {
    var joined =
        arguments.stream()
            .map(each -> joined(each.type()))
            .collect(Collectors.joining("And", record.nested() + "Of", ""));
    return new TypeName(packageName, joined + limits(), Optional.of(this));
  }

  /** What tells those with limits on their arguments apart from those without. */
  private String limits() {
    return arguments.stream().anyMatch(each -> each.nullable() || each.isLimited())
        ? "_" + Integer.toHexString(arguments.toString().hashCode())
        : "";
  }

  /** How deep types stand in types. */
  public int depth() {
    return 1
        + arguments.stream()
            .flatMap(each -> each.type().record().stream())
            .flatMap(each -> each.instance().stream())
            .mapToInt(InstanceOf::depth)
            .max()
            .orElse(0);
  }

  private static String joined(TypeModel type) {
    return switch (type) {
      case TypeModel.ListOf(var element) -> "ListOf" + joined(element.type());
      case TypeModel.OptionalOf(var inner) -> "OptionalOf" + joined(inner.type());
      case TypeModel.Changes(var of) -> "ChangesOf" + of.nested().replace('.', '_');
      default ->
          named(type).map(each -> each.nested().replace('.', '_')).orElseGet(() -> word(type));
    };
  }

  /** What documents call it: {@code HeroPage}. */
  String documented() {
    return arguments.stream()
        .map(each -> documented(each.type()))
        .collect(Collectors.joining("", "", record.simple()));
  }

  private static String documented(TypeModel type) {
    return switch (type) {
      case TypeModel.ListOf(var element) -> documented(element.type()) + "List";
      case TypeModel.OptionalOf(var inner) -> documented(inner.type());
      case TypeModel.Changes(var of) -> of.documented() + "Changes";
      default -> named(type).map(TypeName::documented).orElseGet(() -> word(type));
    };
  }

  /** A type without packages, letters and digits alone. */
  private static String word(TypeModel type) {
    return type.reference()
        .replaceAll("(?:\\p{Ll}\\w*\\.)+", "")
        .replace("[]", "Array")
        .replaceAll("\\W", "");
  }

  private static Optional<TypeName> named(TypeModel type) {
    return switch (type) {
      case TypeModel.RecordType(var name) -> Optional.of(name);
      case TypeModel.SealedType(var name) -> Optional.of(name);
      case TypeModel.EnumType(var name, var _) -> Optional.of(name);
      case TypeModel.ValueClass(var name, var _, var _) -> Optional.of(name);
      default -> Optional.empty();
    };
  }

  /** The package that documents take it for: that of the first type of somebody's in it. */
  String home() {
    return arguments.stream()
        .flatMap(each -> Stream.concat(named(each.type()).stream(), each.type().record().stream()))
        .map(each -> each.instance().map(InstanceOf::home).orElse(each.packageName()))
        .findFirst()
        .orElse(record.packageName());
  }

  /** The types whose sources say what it is. */
  Stream<TypeName> origins() {
    return Stream.concat(
        Stream.of(record),
        arguments.stream()
            .flatMap(each -> named(each.type()).or(() -> each.type().record()).stream())
            .flatMap(
                each -> each.instance().map(InstanceOf::origins).orElseGet(() -> Stream.of(each))));
  }
}
