package dev.covet.processor.report;

import dev.covet.processor.model.Where;
import java.util.Collection;
import java.util.List;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;

/**
 * Prints errors and warnings of the compiler, at their lines; used in the last round, but for what
 * cannot wait.
 */
public final class Report {
  private final Messager messager;
  private final Places places;

  /** A report to this compiler. */
  public Report(ProcessingEnvironment compiler) {
    this(compiler, List.of());
  }

  /**
   * A report to this compiler in the round that has read some classes.
   *
   * @param roots the top-level classes of the round
   */
  public Report(ProcessingEnvironment compiler, Collection<TypeElement> roots) {
    this.messager = compiler.getMessager();
    this.places = new Places(compiler.getElementUtils(), roots);
  }

  /** Prints an error at the place that these names mean. */
  public void error(Where where, String text) {
    print(Kind.ERROR, where, text);
  }

  /** Prints a warning at the place that these names mean. */
  public void warning(Where where, String text) {
    print(Kind.WARNING, where, text);
  }

  private void print(Kind kind, Where where, String text) {
    var found = places.element(where);
    if (found.isEmpty()) {
      messager.printMessage(kind, where.type() + ": " + text);
      return;
    }
    var element = found.get();
    Places.annotation(element, where.annotation())
        .ifPresentOrElse(
            annotation -> messager.printMessage(kind, text, element, annotation),
            () -> messager.printMessage(kind, text, element));
  }

  /** Warns of something that no line of a source says. */
  public void warning(String text) {
    messager.printMessage(Kind.WARNING, text);
  }
}
