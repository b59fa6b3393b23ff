package dev.covet.processor.emit.tables;

import dev.covet.processor.emit.text.ClassComment;
import dev.covet.processor.emit.text.GeneratedSource;
import dev.covet.processor.emit.text.SourceText;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.type.TypeName;
import java.util.List;

/**
 * Writes what stands for a table or a projection that was reported, so that the imports of other
 * files resolve and nothing else is said of them.
 */
public final class StubEmitter {
  private StubEmitter() {}

  /** The class with its constant, and nothing in it. */
  public static GeneratedSource emit(CompilationModel model, TypeName record, String suffix) {
    var name = record.generated(suffix);
    var body =
        Template.fill(
            """
            %1$s
            public final class %2$s {
              /** Stands for it. */
              public static final %2$s `=%3$s` = new %2$s();

              private %2$s() {}
            }
            """,
            ClassComment.of("Nothing yet: a mistake was reported.", record, record),
            name.nested(),
            record.constant());
    return SourceText.of(name, model).finish(body, List.of(record.qualified()));
  }
}
