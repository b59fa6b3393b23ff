package dev.covet.processor.check.value;

import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.Where;
import java.util.stream.Stream;

/** Finds components of records of settings that no text of the environment can be. */
final class SettingChecks {
  private SettingChecks() {}

  static Stream<Finding> of(ComponentModel component) {
    return of(component.value().type(), component.where());
  }

  private static Stream<Finding> of(TypeModel type, Where where) {
    return switch (type) {
      case TypeModel.Scalar _,
          TypeModel.EnumType _,
          TypeModel.ValueClass _,
          TypeModel.Unresolved _ ->
          Stream.of();
      case TypeModel.OptionalOf(var inner) -> of(inner.type(), where);
      default ->
          Stream.of(
              new Finding(
                  Code.NO_CODEC,
                  where,
                  TypeChecks.shown(type) + " cannot be a setting.",
                  "Use a scalar: a number, boolean, String, Secret, enum, UUID, URI or time."));
    };
  }
}
