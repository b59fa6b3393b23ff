package dev.covet.processor.emit.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.processor.emit.Javac;
import dev.covet.processor.emit.Models;
import dev.covet.processor.emit.text.SourceText;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.JsonField;
import dev.covet.processor.model.type.ConstraintKind;
import dev.covet.processor.model.type.ConstraintModel;
import dev.covet.processor.model.type.ScalarKind;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueModel;
import dev.covet.schema.Remarks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaCodeTest {
  @Test
  void aRecordIsDescribedFieldByField() {
    assertThat(SchemaCode.object(Models.hero(), JsonField.of(Models.hero(), NOTHING), NOTHING))
        .isEqualTo(
            """
            `dev.covet.schema.ObjectSchema`.of(
                "Hero",
                "heroes.Hero",
                `dev.covet.schema.Property`.of("id", `dev.covet.schema.Schema`.of(`dev.covet.schema.Kind`.LONG)).asReadOnly(),
                `dev.covet.schema.Property`.of("name", `dev.covet.schema.Schema`.of(`dev.covet.schema.Kind`.STRING, `dev.covet.schema.Constraint`.notBlank(), `dev.covet.schema.Constraint`.size(0, 80))),
                `dev.covet.schema.Property`.of("secret_name", `dev.covet.schema.Schema`.of(`dev.covet.schema.Kind`.STRING, `dev.covet.schema.Constraint`.notBlank())),
                `dev.covet.schema.Property`.of("age", `dev.covet.schema.Schema`.of(`dev.covet.schema.Kind`.INT, `dev.covet.schema.Constraint`.atLeast("0"), `dev.covet.schema.Constraint`.atMost("10000")).orNull()).asOptional(),
                `dev.covet.schema.Property`.of("team_id", `dev.covet.schema.Schema`.of(`dev.covet.schema.Kind`.LONG).orNull()).asOptional())\
            """);
  }

  @Test
  void everyKindAndEveryLimitCompilesAgainstTheSchemaModel(@TempDir Path folder) {
    var values =
        List.of(
            Models.value(ScalarKind.BOOLEAN),
            Models.value(ScalarKind.DOUBLE, ConstraintModel.of(ConstraintKind.POSITIVE)),
            Models.value(
                ScalarKind.DECIMAL,
                ConstraintModel.of(
                    ConstraintKind.DECIMAL_MIN, Map.of("value", "0.01", "inclusive", false)),
                ConstraintModel.of(ConstraintKind.DIGITS, Map.of("integer", 5, "fraction", 2))),
            Models.value(ScalarKind.UUID),
            Models.value(ScalarKind.DATE),
            Models.value(ScalarKind.INSTANT),
            Models.value(
                ScalarKind.STRING,
                ConstraintModel.of(ConstraintKind.EMAIL),
                ConstraintModel.of(
                    ConstraintKind.PATTERN, Map.of("regexp", "[a-\"\\\\]`+", "flags", List.of()))),
            Models.list(
                Models.value(ScalarKind.STRING, ConstraintModel.of(ConstraintKind.NOT_EMPTY)),
                ConstraintModel.of(
                    ConstraintKind.SIZE, Map.of("min", 1, "max", Integer.MAX_VALUE))),
            ValueModel.of(TypeModel.Ready.VALUE));
    var body = new StringBuilder("/** Test. */\npublic final class X {\n  private X() {}\n");
    for (int i = 0; i < values.size(); i++) {
      body.append(
          "  static `dev.covet.schema.Schema` s%d() {\n    return %s;\n  }\n"
              .formatted(i, SchemaCode.of(values.get(i))));
    }
    var source = new SourceText(new TypeName("x", "X"), _ -> false).finish(body + "}", List.of());

    assertThat(new Javac(folder).compile(Map.of(source.name(), source.text()))).isEmpty();
  }

  @Test
  void whatIsFlattenedStandsInItsPlace() {
    var flat =
        new dev.covet.processor.model.data.ComponentModel(
            "hero",
            List.of("hero"),
            ValueModel.of(new TypeModel.RecordType(Models.HERO)),
            new dev.covet.processor.model.type.DefaultModel.None(),
            dev.covet.processor.model.data.ComponentModel.Role.PLAIN,
            true,
            "hero",
            java.util.Optional.empty(),
            Remarks.of(""),
            dev.covet.processor.model.type.Where.of(Models.HERO));
    var outer =
        Models.record(
            new TypeName("heroes", "Both"),
            flat,
            Models.component("rank", Models.value(ScalarKind.INT)));
    var model =
        new CompilationModel(
            new TreeMap<>(Map.of(Models.HERO, Models.hero())),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            NOTHING.declared());

    assertThat(JsonField.of(outer, model))
        .extracting(JsonField::name)
        .containsExactly(
            "hero_id", "hero_name", "hero_secretName", "hero_age", "hero_teamId", "rank");
    assertThat(JsonField.of(outer, model).get(2).read("value"))
        .isEqualTo("value.hero().secretName()");
  }

  private static final CompilationModel NOTHING =
      new CompilationModel(
          new TreeMap<>(),
          new TreeMap<>(),
          new TreeMap<>(),
          new TreeMap<>(),
          new TreeSet<>(),
          new TreeSet<>(),
          new CompilationModel.Declared(
              List.of(),
              List.of(),
              new TreeSet<>(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              new TreeSet<>(),
              List.of(),
              List.of(),
              new TreeSet<>(),
              List.of(),
              List.of()));
}
