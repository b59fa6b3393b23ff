package dev.covet.processor.check.value;

import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.JsonField;
import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.data.RecordModel;
import dev.covet.processor.model.data.SealedModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.Where;
import java.util.HashSet;
import java.util.stream.Stream;

/** Rules for sealed interfaces: they hold records, and JSON can tell those apart. */
public record SealedChecks(CompilationModel model) {
  public Stream<Finding> findings() {
    return model.unions().values().stream()
        .filter(each -> each.origin() == RecordModel.Origin.SOURCE)
        .filter(each -> model.codecs().contains(each.name()))
        .flatMap(this::of);
  }

  private Stream<Finding> of(SealedModel union) {
    return Stream.of(
            union.visible() ? Stream.<Finding>of() : Stream.of(TypeChecks.hidden(union.name())),
            union.others().stream().map(each -> noRecord(union, each)),
            sameTags(union),
            union.leaves().stream().flatMap(each -> fields(union, each.record())))
        .flatMap(each -> each);
  }

  private static Finding noRecord(SealedModel union, TypeName type) {
    return new Finding(
        Code.NO_CODEC,
        Where.of(type),
        "%s is one of %s, and it is not a record, so it has no fields in JSON."
            .formatted(type.simple(), union.name().simple()),
        "Make it a record without type parameters, or take it out of "
            + union.name().simple()
            + ".");
  }

  private static Stream<Finding> sameTags(SealedModel union) {
    var seen = new HashSet<String>();
    return union.leaves().stream()
        .flatMap(leaf ->
            leaf.tags().stream()
                .filter(tag -> !seen.add(tag))
                .map(tag -> sameTag(union, leaf, tag)));
  }

  private static Finding sameTag(SealedModel union, SealedModel.Leaf leaf, String tag) {
    return new Finding(
        Code.SAME_NAME,
        Where.of(leaf.record()),
        "\"%s\" is also the tag of another record of %s.".formatted(tag, union.name().simple()),
        "Give one of them another by @Name.");
  }

  /** A field of a record that JSON would take for its tag. */
  private Stream<Finding> fields(SealedModel union, TypeName record) {
    return model.find(record).stream()
        .flatMap(each ->
            Stream.concat(
                JsonField.of(each, model).stream(), JsonField.computed(each, model).stream()))
        .map(JsonField::component)
        .filter(each -> each.names().contains(union.discriminator()))
        .map(each -> field(union, each));
  }

  private static Finding field(SealedModel union, ComponentModel component) {
    return new Finding(
        Code.SAME_NAME,
        component.where(),
        "\"%s\" is the field by which JSON tells the records of %s apart."
            .formatted(union.discriminator(), union.name().simple()),
        "Rename the component by @Name, or that field by @Discriminator on %s."
            .formatted(union.name().simple()));
  }
}
