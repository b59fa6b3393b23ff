package dev.covet.processor.emit.services;

import dev.covet.processor.emit.text.ClassComment;
import dev.covet.processor.emit.text.GeneratedSource;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Names;
import dev.covet.processor.emit.text.SourceText;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.service.ProtectedModel;
import dev.covet.processor.model.service.ProtectedModel.Given;
import dev.covet.processor.model.service.ProtectedModel.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code StockProtected}: a subclass whose methods are protected, from within, too. */
public final class ProtectedEmitter {
  private static final String CLASS =
      """
      %1$s
      public final class %2$s extends %3$s {
        %4$s

        %2$s(%5$s) {
          super(%6$s);
          %7$s
        }

        %8$s
      }
      """;

  private final Names names;
  private final List<String> fields = new ArrayList<>();
  private final List<String> made = new ArrayList<>();
  private final String resilience;

  private ProtectedEmitter(ProtectedModel type) {
    this.names = new Names(type.constructor().stream().map(Given::name).toList());
    this.resilience = names.fresh("resilience");
  }

  /** The class. */
  public static GeneratedSource emit(CompilationModel model, ProtectedModel type) {
    return new ProtectedEmitter(type).write(model, type);
  }

  private GeneratedSource write(CompilationModel model, ProtectedModel type) {
    var methods = type.overridden().map(this::method).toList();
    var name = type.generated();
    var resilienceGiven = new Given(ProtectedModel.RESILIENCE, resilience);
    var body =
        Template.fill(
            CLASS,
            ClassComment.of(
                "{@link " + JavaCode.type(type.name()) + "}, some of whose calls are protected.",
                type.name(),
                type),
            name.nested(),
            JavaCode.type(type.name()),
            Template.lines(fields),
            declared(Stream.concat(type.constructor().stream(), Stream.of(resilienceGiven))),
            named(type.constructor()),
            Template.lines(made),
            Template.paragraphs(methods));
    return SourceText.of(name, model).finish(body, List.of(type.name().qualified()));
  }

  private String method(Method method) {
    var field = names.fresh(method.name());
    fields.add("private final `dev.covet.resilience.Protection` " + field + ";");
    made.add(
        "this.%s = %s.protection(%s);"
            .formatted(field, resilience, ProtectionCode.rules(method.protection())));
    var call = "super." + method.name() + "(" + named(method.parameters()) + ")";
    var isNothing = method.returns().equals("void");
    return Template.fill(
        """
        @`Override`
        %s%s %s(%s)%s {
          %s
        }
        """,
        method.access(),
        JavaCode.names(method.returns()),
        method.name(),
        declared(method.parameters().stream()),
        thrown(method),
        isNothing ? nothing(field, call) : "return this." + field + ".call(() -> " + call + ");");
  }

  private static String nothing(String field, String call) {
    return Template.fill(
        """
        this.%s.call(() -> {
          %s;
          return null;
        });
        """,
        field, call);
  }

  private static String thrown(Method method) {
    return method.thrown().isEmpty()
        ? ""
        : method.thrown().stream()
            .map(JavaCode::names)
            .collect(Collectors.joining(", ", " throws ", ""));
  }

  private static String declared(Stream<Given> given) {
    return given
        .map(each -> JavaCode.names(each.type()) + " `=" + each.name() + "`")
        .collect(Collectors.joining(", "));
  }

  private static String named(List<Given> given) {
    return Template.list(given, each -> "`=" + each.name() + "`");
  }
}
