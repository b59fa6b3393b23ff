package dev.covet.processor.check.value;

import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.JsonField;
import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.data.EnumModel;
import dev.covet.processor.model.data.RecordModel;
import dev.covet.processor.model.type.DefaultModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.Where;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules for the fields of a record's JSON: which names they have, where they come from. */
public record FieldChecks(CompilationModel model) {
  private static final String FLATTEN = "dev.covet.api.Flatten";

  public Stream<Finding> of(RecordModel record) {
    if (record.scalar()) {
      return Stream.of(); // it has no fields
    }
    var flattened = record.components().stream().filter(ComponentModel::flatten);
    return Stream.of(flattened.flatMap(this::flatten), names(record), held(record))
        .flatMap(findings -> findings);
  }

  private Stream<Finding> flatten(ComponentModel component) {
    return JsonField.flattened(component, model).isPresent()
            || isOfChanges(component)
            || component.value().type() instanceof TypeModel.Unresolved
        ? Stream.of()
        : Stream.of(
            new Finding(
                Code.FLATTEN,
                component.where().at(FLATTEN),
                "\"%s\" cannot be flattened: %s.".formatted(component.name(), reason(component)),
                "Flatten a record that is always there, or remove @Flatten."));
  }

  /** Those of a record that has none by its fields are reported as a type without codec. */
  private static boolean isOfChanges(ComponentModel component) {
    return component.value().type() instanceof TypeModel.Changes && !component.value().nullable();
  }

  private static String reason(ComponentModel component) {
    var type = component.value().type();
    if (!(type instanceof TypeModel.RecordType) && !(type instanceof TypeModel.Changes)) {
      return "it is not a record, so it has no fields";
    }
    return component.value().nullable()
        ? "it may be null, which its fields could not show"
        : "its fields contain it again";
  }

  private Stream<Finding> names(RecordModel record) {
    Map<String, JsonField> first = new HashMap<>();
    return Stream.concat(
            JsonField.of(record, model).stream(), JsonField.computed(record, model).stream())
        .flatMap(slot ->
            slot.component().names().stream()
                .distinct()
                .flatMap(name -> sameName(record, name, first.putIfAbsent(name, slot), slot)));
  }

  private static Stream<Finding> sameName(
      RecordModel record, String name, @Nullable JsonField first, JsonField second) {
    return first == null || inside(first, second)
        ? Stream.of()
        : Stream.of(
            new Finding(
                Code.SAME_NAME,
                where(record, second),
                "\"%s\" and \"%s\" are both \"%s\" in JSON."
                    .formatted(shown(first), shown(second), name),
                "Give one of them another name by @Name."));
  }

  /** What two fields of one flattened record have in common is said there. */
  private static boolean inside(JsonField first, JsonField second) {
    return first.path().size() > 1
        && second.path().size() > 1
        && first.path().getFirst().equals(second.path().getFirst());
  }

  private static String shown(JsonField slot) {
    return String.join(".", slot.path());
  }

  /** The component, or the method, of the record itself through which it has a field. */
  private static Where where(RecordModel record, JsonField slot) {
    return record
        .all()
        .filter(each -> each.name().equals(slot.path().getFirst()))
        .map(ComponentModel::where)
        .findFirst()
        .orElseGet(record::where);
  }

  private Stream<Finding> held(RecordModel record) {
    return JsonField.of(record, model).stream()
        .filter(slot -> isEmpty(slot.component()) && saysSo(record, slot))
        .map(slot ->
            new Finding(
                Code.NOTHING_TO_HOLD,
                where(record, slot),
                "Clients do not send \"%s\", so it needs a value until your code sets it."
                    .formatted(shown(slot)),
                "Give it a @Default, or make it @Nullable."));
  }

  private static boolean isEmpty(ComponentModel component) {
    return !component.role().input()
        && !component.value().nullable()
        && component.fallback() instanceof DefaultModel.None
        && !hasZero(component.value().type());
  }

  private static boolean hasZero(TypeModel type) {
    return type instanceof TypeModel.Unresolved
        || (type instanceof TypeModel.Scalar(var kind, var _) && kind.hasZero());
  }

  /** Whether it is this record by which clients do not send a field, not one that it flattens. */
  private static boolean saysSo(RecordModel record, JsonField slot) {
    return record.component(slot.path().getFirst()).filter(it -> !it.role().input()).isPresent();
  }

  /** Two constants of one name. */
  public static Stream<Finding> constants(EnumModel type) {
    var seen = new HashSet<String>();
    return type.origin() == RecordModel.Origin.SOURCE
        ? type.constants().stream()
            .filter(each -> !seen.add(each.jsonName()))
            .map(each ->
                new Finding(
                    Code.SAME_NAME,
                    Where.of(type.name()).member(each.name()),
                    "\"%s\" is also the name of another constant in JSON."
                        .formatted(each.jsonName()),
                    "Rename it, or remove @Naming."))
        : Stream.of();
  }
}
