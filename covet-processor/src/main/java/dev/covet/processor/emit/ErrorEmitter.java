package dev.covet.processor.emit;

import dev.covet.processor.model.ErrorModel;
import java.util.List;
import java.util.Set;

/**
 * Writes {@code TeamFullFacts}: what clients and documents are told about an error of the user's.
 */
final class ErrorEmitter {
  private ErrorEmitter() {}

  /** The facts of one error, as a constant. */
  static String constant(ErrorModel error) {
    return "new `dev.covet.api.ErrorFacts`(%d, %s, %s)"
        .formatted(
            error.status(), Literals.string(error.code()), Literals.string(error.doc().text()));
  }

  /** The class for one error. */
  static GeneratedSource emit(ErrorModel error, Set<String> neighbours) {
    var name = error.name().generated("Facts");
    var body =
        Template.fill(
            """
            %3$s
            public final class %1$s {
              /** Status, code and meaning of {@link %2$s}. */
              public static final `dev.covet.api.ErrorFacts` FACTS =
                  %4$s;

              private %1$s() {}
            }
            """,
            name.nested(),
            Code.type(error.name()),
            Header.of(
                "What clients are told about {@link " + Code.type(error.name()) + "}.",
                error.name(),
                error),
            constant(error));
    return new SourceText(name.packageName(), name.nested(), neighbours)
        .finish(body, Set.of(), List.of(error.name().qualified()));
  }
}
