package dev.covet.processor.emit.codec;

import dev.covet.processor.emit.text.ClassComment;
import dev.covet.processor.emit.text.GeneratedSource;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.SourceText;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.data.RecordModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.ValueModel;
import java.util.List;

/** Writes {@code SlugCodec}: how a record that is one scalar is read, written and checked. */
public final class ValueClassEmitter {
  private static final String CLASS =
      """
      %1$s
      public final class %2$s {
        %8$s

        private static final `dev.covet.base.codec.Wrapping`<%3$s, %7$s> `~WRAPPING` =
            new `dev.covet.base.codec.Wrapping`<>(%2$s::check, %3$s::new, %3$s::%6$s%10$s);

        /** The value in JSON. */
        public static final `dev.covet.base.json.Codec`<%3$s> `=CODEC` =
            `dev.covet.base.codec.Codecs`.wrapped(
                `dev.covet.base.codec.Codecs`.%4$s, %5$s, `~WRAPPING`);

        /** The value as a text. */
        public static final `dev.covet.base.codec.TextForm`<%3$s> `=TEXT` =
            `dev.covet.base.codec.TextForm`.wrapped(
                `dev.covet.base.codec.TextForm`.%4$s, `~WRAPPING`);

        private %2$s() {}

        /** Checks what is in one. */
        public static void check(`dev.covet.base.problem.Place` at, %7$s value) {
          %9$s
        }

        %11$s
      }
      """;

  private ValueClassEmitter() {}

  /** The class. */
  public static GeneratedSource emit(CompilationModel model, RecordModel record) {
    var component = record.components().getFirst();
    var value = component.value();
    var kind = ((TypeModel.Scalar) value.type()).kind();
    var checks = new CheckCode(CodecField.constants());
    var name = record.name().generated("Codec");
    var statements = checks.statements(value, "at", "value");
    var body =
        Template.fill(
            CLASS,
            ClassComment.of(
                "Reads, writes and checks {@link " + JavaCode.type(record.name()) + "}.",
                record.name(),
                record),
            name.nested(),
            JavaCode.type(record.name()),
            kind.name(),
            SchemaCode.ofValueClass(record),
            component.name(),
            JavaCode.reference(ValueModel.of(value.type())),
            checks.constants(),
            statements,
            record.rules().isEmpty() ? "" : ", " + name.nested() + "::checkRules",
            rules(record));
    return SourceText.of(name, model).finish(body, List.of(record.name().qualified()));
  }

  private static String rules(RecordModel record) {
    if (record.rules().isEmpty()) return "";
    return Template.fill(
        """
        private static void checkRules(`dev.covet.base.problem.Place` at, %s value) {
          %s
        }
        """,
        JavaCode.type(record.name()),
        Template.lines(
            record.rules().stream().map(rule -> RuleCode.check(rule, "at", "value")).toList()));
  }
}
