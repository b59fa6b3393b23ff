package dev.covet.processor.report;

import dev.covet.processor.model.Where;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic.Kind;

/** Prints errors and warnings of the compiler, at their lines; used in the last round. */
public final class Report {
  private final Messager messager;
  private final Places places;

  /** A report to this compiler. */
  public Report(ProcessingEnvironment compiler) {
    this.messager = compiler.getMessager();
    this.places = new Places(compiler.getElementUtils());
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
