package dev.covet.processor.report;

import dev.covet.processor.model.type.Failure;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.Where;
import java.io.UncheckedIOException;
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
  private static final String PLEASE =
      "This is a mistake of Covet; please report it with the source it names.";

  /** Most classes that a message names. */
  private static final int NAMES_MAX = 5;

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

  /** Prints that something is left out of the program, although no rule says why. */
  public void lost(Where where, String what) {
    error(where, what + " cannot be generated: Covet has no code for it. " + PLEASE);
  }

  /** Prints that something is left out because a type that it names came too late. */
  public void late(Where where, String what) {
    error(
        where,
        what
            + " cannot be generated: it names a type that another annotation processor generates."
            + " Write that type yourself, or compile it before.");
  }

  /**
   * Prints that the processor itself has failed.
   *
   * @param compiled the classes of this run, for a failure that names none
   */
  public void failure(Throwable failure, Collection<TypeName> compiled) {
    if (failure instanceof Failure of && of.getCause() != null) {
      error(Where.of(of.type()), failed(of.type().toString(), of.getCause()));
      return;
    }
    var names = compiled.stream().limit(NAMES_MAX).map(TypeName::toString).toList();
    messager.printMessage(Kind.ERROR, failed(String.join(", ", names), failure));
  }

  private static String failed(String at, Throwable cause) {
    if (cause instanceof UncheckedIOException) {
      return "Covet cannot read or write a file: " + cause.getMessage();
    }
    var steps = cause.getStackTrace();
    return "Covet failed at %s: %s%s. %s"
        .formatted(at, cause, steps.length == 0 ? "" : " in " + steps[0], PLEASE);
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
