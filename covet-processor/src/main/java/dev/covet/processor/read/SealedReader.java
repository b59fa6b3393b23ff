package dev.covet.processor.read;

import dev.covet.processor.model.Naming;
import dev.covet.processor.model.SealedModel;
import dev.covet.processor.model.SealedModel.Leaf;
import dev.covet.processor.model.TypeName;
import dev.covet.processor.model.ValueModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Reads sealed interfaces whose records are data. */
final class SealedReader {
  /** What the field with the tag is called where nothing says otherwise. */
  private static final String USUAL = "type";

  private final Declarations declarations;
  private final Seen seen;
  private final InstanceReader instances;

  SealedReader(Declarations declarations, Seen seen) {
    this.declarations = declarations;
    this.seen = seen;
    this.instances = new InstanceReader(declarations, seen);
  }

  /** Whether a type is a choice between records; one between classes is a service. */
  static boolean isUnion(TypeElement type) {
    return isSealed(type) && leaves(type).anyMatch(each -> each.getKind() == ElementKind.RECORD);
  }

  private static boolean isSealed(TypeElement type) {
    return type.getKind() == ElementKind.INTERFACE && type.getModifiers().contains(Modifier.SEALED);
  }

  /** What a value can be, those of sealed interfaces within in their place, each once. */
  private static Stream<TypeElement> leaves(TypeElement type) {
    return type.getPermittedSubclasses().stream()
        .filter(DeclaredType.class::isInstance)
        .map(each -> (TypeElement) ((DeclaredType) each).asElement())
        .flatMap(each -> isSealed(each) ? leaves(each) : Stream.of(each))
        .distinct();
  }

  /**
   * A choice.
   *
   * @param entry with what its type parameters stand for, if it has some
   */
  SealedModel union(Seen.Entry entry) {
    var type = entry.type();
    var naming = declarations.naming(type);
    var leaves = new ArrayList<Leaf>();
    var others = new ArrayList<TypeName>();
    leaves(type)
        .forEach(each ->
            record(each, entry)
                .ifPresentOrElse(
                    name -> leaves.add(new Leaf(name, tags(each, naming))),
                    () -> others.add(Declarations.name(each))));
    return new SealedModel(
        entry.name(),
        declarations.origin(type, entry.name()),
        declarations.notes(type).text("Discriminator").orElse(USUAL),
        leaves,
        others,
        Declarations.visible(type),
        declarations.doc(type));
  }

  /** The record that a leaf is; with the types of its interface, if it is generic as that is. */
  private Optional<TypeName> record(TypeElement leaf, Seen.Entry union) {
    if (leaf.getKind() != ElementKind.RECORD || declarations.notes(leaf).api("Scalar")) {
      return Optional.empty();
    }
    if (leaf.getTypeParameters().isEmpty() || union.bound().isEmpty()) {
      return leaf.getTypeParameters().isEmpty() == union.type().getTypeParameters().isEmpty()
          ? Optional.of(seen.add(leaf))
          : Optional.empty();
    }
    var given = given(leaf, union);
    var arguments =
        leaf.getTypeParameters().stream()
            .flatMap(each -> Stream.ofNullable(given.get(each.getSimpleName().toString())))
            .toList();
    return arguments.size() == leaf.getTypeParameters().size()
        ? Optional.of(instances.name(leaf, arguments, union.name().packageName()))
        : Optional.empty();
  }

  /** What the type variables of a record stand for, since it implements the interface by them. */
  private static Map<String, ValueModel> given(TypeElement leaf, Seen.Entry union) {
    var given = new HashMap<String, ValueModel>();
    var parameters = union.type().getTypeParameters();
    leaf.getInterfaces().stream()
        .map(DeclaredType.class::cast)
        .filter(each -> each.asElement().equals(union.type()))
        .map(DeclaredType::getTypeArguments)
        .forEach(arguments -> {
          for (int i = 0; i < arguments.size(); i++) {
            var bound = union.bound().get(parameters.get(i).getSimpleName().toString());
            if (bound != null) {
              given.put(arguments.get(i).toString(), bound);
            }
          }
        });
    return given;
  }

  private List<String> tags(TypeElement record, Naming naming) {
    var name = record.getSimpleName().toString();
    var asWritten = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    return RecordReader.names(declarations.notes(record), naming.of(asWritten));
  }

  /** Whether a record is one of a choice, so that its name is a tag. */
  static boolean isLeaf(TypeElement type) {
    return type.getKind() == ElementKind.RECORD
        && type.getInterfaces().stream()
            .anyMatch(
                each -> each instanceof DeclaredType of && isSealed((TypeElement) of.asElement()));
  }
}
