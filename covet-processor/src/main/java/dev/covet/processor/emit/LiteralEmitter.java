package dev.covet.processor.emit;

import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.QualifierModel;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes {@code BucketLiteral}: the values of a qualifier, for providers that read it. */
final class LiteralEmitter {
  private LiteralEmitter() {}

  /** The class. */
  static GeneratedSource emit(CompilationModel model, QualifierModel.Declared qualifier) {
    var name = qualifier.name().generated("Literal");
    var type = Code.type(qualifier.name());
    var body =
        Template.fill(
            """
            %1$s
            public record %2$s(%3$s) implements %4$s {
              @Override
              public Class<%4$s> annotationType() {
                return %4$s.class;
              }

              /** The qualifier as it is written. */
              @Override
              public String toString() {
                return %5$s;
              }
            }
            """,
            Header.of("Values of {@link " + type + "}.", qualifier.name(), qualifier),
            name.nested(),
            qualifier.members().stream()
                .map(each -> Code.names(each.type()) + " " + each.name())
                .collect(Collectors.joining(", ")),
            type,
            text(qualifier));
    return new SourceText(
            name.packageName(), name.nested(), Code.neighbours(model, name.packageName()))
        .finish(body, Set.of(), List.of(qualifier.name().qualified()));
  }

  private static String text(QualifierModel.Declared qualifier) {
    return Literals.string("@" + qualifier.name() + "(")
        + " + "
        + qualifier.members().stream()
            .map(LiteralEmitter::text)
            .collect(Collectors.joining(" + \", \" + "))
        + " + \")\"";
  }

  private static String text(QualifierModel.Member member) {
    if (member.type().endsWith("[]")) {
      return "`java.util.Arrays`.toString(" + member.name() + ")";
    }
    return member.type().equals("java.lang.String")
        ? "'\"' + " + member.name() + " + '\"'"
        : member.name();
  }
}
