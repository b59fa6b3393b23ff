package dev.covet.processor.read;

import dev.covet.processor.model.Naming;
import dev.covet.processor.model.SealedModel;
import dev.covet.processor.model.SealedModel.Leaf;
import java.util.List;
import java.util.Locale;
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

  SealedReader(Declarations declarations, Seen seen) {
    this.declarations = declarations;
    this.seen = seen;
  }

  /** Whether a type is a choice between records; one between classes is a service. */
  static boolean isUnion(TypeElement type) {
    return isSealed(type)
        && type.getTypeParameters().isEmpty()
        && leaves(type).anyMatch(SealedReader::isRecord);
  }

  private static boolean isSealed(TypeElement type) {
    return type.getKind() == ElementKind.INTERFACE && type.getModifiers().contains(Modifier.SEALED);
  }

  private static boolean isRecord(TypeElement leaf) {
    return leaf.getKind() == ElementKind.RECORD && leaf.getTypeParameters().isEmpty();
  }

  /** What a value can be, those of sealed interfaces within in their place, each once. */
  private static Stream<TypeElement> leaves(TypeElement type) {
    return type.getPermittedSubclasses().stream()
        .filter(DeclaredType.class::isInstance)
        .map(each -> (TypeElement) ((DeclaredType) each).asElement())
        .flatMap(each -> isSealed(each) ? leaves(each) : Stream.of(each))
        .distinct();
  }

  SealedModel union(TypeElement type) {
    var naming = declarations.naming(type);
    return new SealedModel(
        Declarations.name(type),
        declarations.origin(type),
        declarations.notes(type).text("Discriminator").orElse(USUAL),
        leaves(type)
            .filter(SealedReader::isRecord)
            .map(each -> new Leaf(seen.add(each), tags(each, naming)))
            .toList(),
        leaves(type).filter(each -> !isRecord(each)).map(Declarations::name).toList(),
        Declarations.visible(type),
        declarations.doc(type));
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
