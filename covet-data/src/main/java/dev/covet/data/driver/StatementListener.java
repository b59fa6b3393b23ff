package dev.covet.data.driver;

/** Sees every statement that runs, on the thread that runs it. */
@FunctionalInterface
public interface StatementListener {
  /** A statement is about to run; its values are not shown. */
  void statement(String text);
}
