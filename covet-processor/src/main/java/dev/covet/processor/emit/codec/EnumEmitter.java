package dev.covet.processor.emit.codec;

import dev.covet.processor.emit.text.ClassComment;
import dev.covet.processor.emit.text.GeneratedSource;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.emit.text.SourceText;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.data.EnumModel;
import java.util.List;

/** Writes {@code StateCodec}: the texts of an enum's constants. */
public final class EnumEmitter {
  private EnumEmitter() {}

  /** The class. */
  public static GeneratedSource emit(CompilationModel model, EnumModel type) {
    var name = type.name().generated("Codec");
    var body =
        Template.fill(
            """
            %1$s
            public final class %2$s {
              /** The constants by their texts. */
              public static final `dev.covet.base.json.Codec`<%3$s> `=CODEC` =
                  `dev.covet.base.codec.Codecs`.choice(%4$s, %5$s, %7$s, %2$s::text);

              private %2$s() {}

              private static `String` text(%3$s constant) {
                %6$s
              }
            }
            """,
            ClassComment.of(
                "Reads and writes {@link " + JavaCode.type(type.name()) + "}.", type.name(), type),
            name.nested(),
            JavaCode.type(type.name()),
            Literals.string(type.name().qualified()),
            Literals.string(type.remarks().text()),
            text(type),
            JavaCode.constants(type.name()));
    return SourceText.of(name, model).finish(body, List.of(type.name().qualified()));
  }

  private static String text(EnumModel type) {
    if (type.constants().stream().allMatch(each -> each.name().equals(each.jsonName()))) {
      return "return constant.name();";
    }
    return Template.fill(
        "return switch (constant) {\n  %s\n};",
        Template.lines(
            type.constants(),
            each -> "case " + each.name() + " -> " + Literals.string(each.jsonName()) + ";"));
  }
}
