package dev.covet.test;

import dev.covet.base.observe.StatementLog;
import java.util.Locale;
import java.util.Map;

/** Finds statements that read rows one by one (N+1). */
final class Repeats {
  private Repeats() {}

  /** Refuses a select that one request has run more than once. */
  static void check(Sent sent, StatementLog statements) {
    for (Map.Entry<String, Integer> statement : statements.counts().entrySet()) {
      if (statement.getValue() > 1 && isSelect(statement.getKey())) {
        throw new AssertionError(
            "%s ran one select %s times: %s\nRead the rows at once (a projection, in(...)), or call client.allowRepeats()."
                .formatted(sent, statement.getValue(), statement.getKey()));
      }
    }
  }

  private static boolean isSelect(String text) {
    var start = text.stripLeading().toLowerCase(Locale.ROOT);
    return start.startsWith("select") || start.startsWith("with");
  }
}
