package dev.covet.processor.check.value;

import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.data.RecordModel;
import java.util.stream.Stream;

/** The rule for records with {@code @Scalar}: each is one scalar. */
final class ValueClassChecks {
  private ValueClassChecks() {}

  static Stream<Finding> of(RecordModel record) {
    return record.origin() == RecordModel.Origin.SOURCE && !record.isValueClass()
        ? Stream.of(
            new Finding(
                Code.VALUE_CLASS,
                record.where().at("dev.covet.api.Scalar"),
                record.name().simple() + " cannot be a scalar: " + reason(record),
                record.isGeneric()
                    ? "Write a record for each type, or remove @Scalar."
                    : "Give it one component of a scalar type that is never null, or remove @Scalar."))
        : Stream.of();
  }

  private static String reason(RecordModel record) {
    if (record.isGeneric()) return "it has type parameters, which JSON does not have.";
    if (record.components().size() != 1) {
      return "it has %s components.".formatted(record.components().size());
    }
    var only = record.components().getFirst();
    return (only.value().nullable() ? "@Nullable " : "")
        + "%s %s is none.".formatted(TypeChecks.shown(only.value().type()), only.name());
  }
}
