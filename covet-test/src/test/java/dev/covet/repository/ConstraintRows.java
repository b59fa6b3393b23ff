package dev.covet.repository;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/**
 * Starts a program that has a route for each row of the table of constraints, for the step of
 * conformance that holds its document to a validator of somebody else's.
 */
final class ConstraintRows {
  private ConstraintRows() {}

  /**
   * Starts it.
   *
   * @param args the folder where its sources and classes are put
   */
  static void main(String[] args) throws IOException, ReflectiveOperationException {
    var program = ConstraintTable.program(Path.of(args[0]));
    var said = program.compile();
    if (!said.isEmpty()) {
      throw new IllegalStateException(said);
    }
    var classes = new URLClassLoader(new URL[] {program.classes().toUri().toURL()});
    Thread.currentThread().setContextClassLoader(classes);
    var main = classes.loadClass("books.Rows").getDeclaredMethod("main", String[].class);
    main.setAccessible(true);
    main.invoke(null, (Object) new String[0]);
  }
}
