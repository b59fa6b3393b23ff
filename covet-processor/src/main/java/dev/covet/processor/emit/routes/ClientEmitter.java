package dev.covet.processor.emit.routes;

import dev.covet.processor.emit.text.ClassComment;
import dev.covet.processor.emit.text.GeneratedSource;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.SourceText;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.route.RoutesModel;
import dev.covet.processor.model.service.Made;
import java.util.List;

/**
 * Writes {@code HeroesClient}: the handlers' methods without what the app provides, for tests and
 * other programs.
 */
public final class ClientEmitter {
  private ClientEmitter() {}

  /** The class. */
  public static GeneratedSource emit(CompilationModel model, RoutesModel routes) {
    var name = Made.Kind.CLIENT.of(routes.name());
    var body =
        Template.fill(
            """
            %1$s
            public final class %2$s {
              private final `dev.covet.web.http.Caller` caller;

              /** A client whose calls somebody sends: a test client, or one of another program. */
              public %2$s(`dev.covet.web.http.Caller` caller) {
                this.caller = caller;
              }

              %3$s
            }
            """,
            ClassComment.of(
                "Calls {@link " + JavaCode.type(routes.name()) + "}.", routes.name(), routes),
            name.nested(),
            Template.paragraphs(
                routes.routes().stream()
                    .map(each -> new ClientCode(model, each).method())
                    .toList()));
    return SourceText.of(name, model).finish(body, List.of(routes.name().qualified()));
  }
}
