package dev.covet.processor.emit.services;

import dev.covet.processor.emit.text.ClassComment;
import dev.covet.processor.emit.text.GeneratedSource;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.emit.text.SourceText;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.type.QualifierModel;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes {@code BucketLiteral}: the values of a qualifier, for providers that read it, or of a
 * constraint, for its validator.
 */
public final class LiteralEmitter {
  private LiteralEmitter() {}

  /** The class. */
  public static GeneratedSource emit(CompilationModel model, QualifierModel.Declared qualifier) {
    var name = qualifier.name().generated("Literal");
    var type = JavaCode.type(qualifier.name());
    var body =
        Template.fill(
            """
            %1$s
            public record %2$s(%3$s) implements %4$s {
              @`Override`
              public `Class`<%4$s> annotationType() {
                return %4$s.class;
              }

              /** The annotation as it is written. */
              @`Override`
              public `String` toString() {
                return %5$s;
              }
            }
            """,
            ClassComment.of("Values of {@link " + type + "}.", qualifier.name(), qualifier),
            name.nested(),
            Template.list(
                qualifier.members(),
                each -> JavaCode.names(each.type()) + " `=" + each.name() + "`"),
            type,
            text(qualifier));
    return SourceText.of(name, model).finish(body, List.of(qualifier.name().qualified()));
  }

  private static String text(QualifierModel.Declared qualifier) {
    return "`dev.covet.gen.QualifierText`.of("
        + Stream.concat(
                Stream.of(Literals.string(qualifier.name().toString())),
                qualifier.members().stream().map(LiteralEmitter::value))
            .collect(Collectors.joining(", "))
        + ")";
  }

  /** An array is one value of several. */
  private static String value(QualifierModel.Member member) {
    return member.type().endsWith("[]") ? "(`Object`) " + member.name() : member.name();
  }
}
