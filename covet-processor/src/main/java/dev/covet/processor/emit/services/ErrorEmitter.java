package dev.covet.processor.emit.services;

import dev.covet.processor.emit.text.ClassComment;
import dev.covet.processor.emit.text.GeneratedSource;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.emit.text.SourceText;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.service.ErrorModel;
import java.util.List;

/** Writes {@code TeamFullFacts}: what clients are told of an error of the user's. */
public final class ErrorEmitter {
  private ErrorEmitter() {}

  /** The class. */
  public static GeneratedSource emit(CompilationModel model, ErrorModel error) {
    var name = error.name().generated("Facts");
    var body =
        Template.fill(
            """
            %1$s
            public final class %2$s {
              /** Status, code, text. */
              public static final `dev.covet.web.error.ErrorFacts` `=FACTS` =
                  new `dev.covet.web.error.ErrorFacts`(%3$s, %4$s, %5$s);

              private %2$s() {}
            }
            """,
            ClassComment.of(
                "What clients learn of {@link " + JavaCode.type(error.name()) + "}.",
                error.name(),
                error),
            name.nested(),
            error.status(),
            Literals.string(error.code()),
            Literals.string(error.doc().text()));
    return SourceText.of(name, model).finish(body, List.of(error.name().qualified()));
  }
}
