package dev.covet.data.driver;

/** Is told of every statement that runs, on the thread that runs it. */
@FunctionalInterface
public interface StatementListener {
  /** A statement is about to run; its values are not told. */
  void statement(String text);
}
