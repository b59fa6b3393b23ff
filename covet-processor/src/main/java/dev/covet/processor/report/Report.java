package dev.covet.processor.report;

import dev.covet.processor.check.Finding;
import dev.covet.processor.model.Where;
import java.util.Collection;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic.Kind;

/** Prints findings as errors of the compiler, at their lines. Used in the last round. */
public final class Report {
  private final Messager messager;
  private final Places places;

  /** A report to this compiler. */
  public Report(ProcessingEnvironment compiler) {
    this.messager = compiler.getMessager();
    this.places = new Places(compiler.getElementUtils());
  }

  /** Prints each of them. */
  public void errors(Collection<Finding> findings) {
    findings.forEach(finding -> error(finding.where(), finding.text()));
  }

  private void error(Where where, String text) {
    var found = places.element(where);
    if (found.isEmpty()) {
      messager.printMessage(Kind.ERROR, where.type() + ": " + text);
      return;
    }
    var element = found.get();
    Places.annotation(element, where.annotation())
        .ifPresentOrElse(
            annotation -> messager.printMessage(Kind.ERROR, text, element, annotation),
            () -> messager.printMessage(Kind.ERROR, text, element));
  }

  /** Warns of something that no line of a source says. */
  public void warning(String text) {
    messager.printMessage(Kind.WARNING, text);
  }
}
