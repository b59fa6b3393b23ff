package dev.covet.processor.emit;

import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.data.RecordModel;
import dev.covet.processor.model.type.ConstraintKind;
import dev.covet.processor.model.type.ConstraintModel;
import dev.covet.processor.model.type.DefaultModel;
import dev.covet.processor.model.type.Naming;
import dev.covet.processor.model.type.ScalarKind;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueModel;
import dev.covet.processor.model.type.Where;
import dev.covet.schema.Remarks;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plain models for tests of the emitters. */
public final class Models {
  public static final TypeName HERO = new TypeName("heroes", "Hero");

  private Models() {}

  public static ValueModel value(ScalarKind kind, ConstraintModel... constraints) {
    return new ValueModel(new TypeModel.Scalar(kind, false), false, List.of(constraints));
  }

  static ValueModel boxed(ScalarKind kind, ConstraintModel... constraints) {
    return new ValueModel(new TypeModel.Scalar(kind, true), true, List.of(constraints));
  }

  public static ValueModel list(ValueModel element, ConstraintModel... constraints) {
    return new ValueModel(new TypeModel.ListOf(element), false, List.of(constraints));
  }

  public static ComponentModel component(String name, ValueModel value) {
    return component(name, value, ComponentModel.Role.PLAIN);
  }

  public static ComponentModel component(String name, ValueModel value, ComponentModel.Role role) {
    var json = Naming.SNAKE_CASE.of(name);
    return new ComponentModel(
        name,
        List.of(json),
        value,
        new DefaultModel.None(),
        role,
        false,
        name,
        Optional.empty(),
        Remarks.NONE,
        Where.of(HERO));
  }

  static ComponentModel withDefault(ComponentModel component, String text) {
    return new ComponentModel(
        component.name(),
        component.names(),
        component.value(),
        new DefaultModel.Text(text),
        component.role(),
        component.flatten(),
        component.header(),
        component.source(),
        component.remarks(),
        component.where());
  }

  public static RecordModel record(TypeName name, ComponentModel... components) {
    return new RecordModel(
        name,
        RecordModel.Origin.SOURCE,
        false,
        List.of(components),
        List.of(),
        List.of(),
        false,
        false,
        true,
        Remarks.NONE);
  }

  public static RecordModel hero() {
    return record(
        HERO,
        component("id", value(ScalarKind.LONG), ComponentModel.Role.ID),
        component(
            "name",
            value(
                ScalarKind.STRING,
                ConstraintModel.of(ConstraintKind.NOT_BLANK),
                ConstraintModel.of(ConstraintKind.SIZE, Map.of("min", 0, "max", 80)))),
        component(
            "secretName", value(ScalarKind.STRING, ConstraintModel.of(ConstraintKind.NOT_BLANK))),
        component(
            "age",
            boxed(
                ScalarKind.INT,
                ConstraintModel.of(ConstraintKind.MIN, Map.of("value", 0)),
                ConstraintModel.of(ConstraintKind.MAX, Map.of("value", 10_000)))),
        component("teamId", boxed(ScalarKind.LONG)));
  }
}
