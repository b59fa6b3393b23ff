package dev.covet.processor.emit.routes;

import dev.covet.processor.emit.bind.Constants;
import dev.covet.processor.emit.text.ClassComment;
import dev.covet.processor.emit.text.GeneratedSource;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.SourceText;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.route.RouteModel;
import dev.covet.processor.model.route.RoutesModel;
import dev.covet.processor.model.service.ParameterModel;
import java.util.List;
import java.util.Optional;

/** Writes {@code StaffOnlyGuarding}, which binds what a guard takes of a request, and calls it. */
public final class GuardEmitter {
  private static final String CLASS =
      """
      %1$s
      public final class %2$s implements `dev.covet.gen.GuardPart` {
        %3$s

        %4$s

        @`Override`
        public `dev.covet.schema.Operation` operation() {
          %5$s
        }

        %8$s

        @`Override`
        public `dev.covet.web.http.Middleware` check(`dev.covet.base.inject.Wiring` wiring) {
          return %6$s;
        }

        %7$s
      }
      """;

  private GuardEmitter() {}

  /** The class; none if nothing can be written for its method. */
  public static Optional<GeneratedSource> emit(CompilationModel model, RoutesModel guard) {
    return guard.routes().stream().map(each -> emit(model, guard, each)).findFirst();
  }

  private static GeneratedSource emit(
      CompilationModel model, RoutesModel guard, RouteModel method) {
    var constants = new Constants(model);
    var provider = new TargetCode(model, guard, constants).provider();
    var record = new HandlerNames(model, guard).of(method);
    var handler = new HandlerCode(model, guard.name(), method, record, constants);
    var declaration = handler.declaration();
    var name = guard.generated();
    var body =
        Template.fill(
            CLASS,
            ClassComment.of(
                "Asks {@link " + JavaCode.type(guard.name()) + "} before a handler.",
                guard.name(),
                guard),
            name.nested(),
            constants.declarations(),
            method.read().map(each -> annotation(name.nested(), each)).orElse(""),
            "return " + new OperationCode(model, guard.name(), method, false).expression() + ";",
            handler.creation("wiring.slot(" + provider + ")"),
            declaration,
            handler.queries().map(GuardEmitter::queries).orElse(""));
    return SourceText.of(name, model).finish(body, List.of(guard.name().qualified()));
  }

  private static String queries(String names) {
    return Template.fill(
        """
        @`Override`
        public `java.util.Set`<`String`> queries() {
          return %1$s;
        }
        """,
        names);
  }

  /** Where the annotation is kept that the method is given. */
  private static String annotation(String name, ParameterModel parameter) {
    return Template.fill(
        """
        private final %1$s given;

        /** Asks it with this annotation. */
        public %2$s(%1$s given) {
          this.given = given;
        }
        """,
        JavaCode.names(parameter.key().type()), name);
  }
}
