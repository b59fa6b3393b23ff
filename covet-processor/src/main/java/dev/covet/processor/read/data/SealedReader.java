package dev.covet.processor.read.data;

import dev.covet.processor.model.data.SealedModel;
import dev.covet.processor.model.data.SealedModel.Leaf;
import dev.covet.processor.model.type.Naming;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueModel;
import dev.covet.processor.read.element.Declarations;
import dev.covet.processor.read.element.Kinds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
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
    Kinds.leaves(type)
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
            if (bound != null) given.put(arguments.get(i).toString(), bound);
          }
        });
    return given;
  }

  private List<String> tags(TypeElement record, Naming naming) {
    var name = record.getSimpleName().toString();
    var asWritten = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    return declarations.notes(record).names(naming.of(asWritten));
  }
}
