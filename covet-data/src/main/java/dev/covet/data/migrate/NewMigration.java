package dev.covet.data.migrate;

import dev.covet.data.driver.Step;
import dev.covet.data.driver.Step.Care;
import java.util.List;
import java.util.stream.Collectors;

/** Writes steps down as an SQL file for review. */
final class NewMigration {
  /** So deep that nothing is broken there. */
  private static final int DEEP = 9;

  private NewMigration() {}

  /** The whole text of a file. */
  static String text(List<Step> steps) {
    return steps.stream()
        .map(NewMigration::text)
        .collect(
            Collectors.joining(
                "\n",
                "-- Written by migrate --new from the records. Read it, and change what you know better.\n\n",
                ""));
  }

  private static String text(Step step) {
    return notes(step, "-- ")
        + step.sql().stream().map(sql -> lines(sql) + ";\n").collect(Collectors.joining());
  }

  /** The definition of a table with a line for each column; anything else as it is. */
  private static String lines(String sql) {
    if (!sql.startsWith("CREATE TABLE ")) return sql;
    var made = new StringBuilder();
    var quote = ' ';
    var depth = 0;
    for (var at = 0; at < sql.length(); at++) {
      var c = sql.charAt(at);
      if (quote != ' ') {
        quote = c == quote ? ' ' : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '(' || c == ')') {
        depth += c == '(' ? 1 : -1;
      }
      made.append(broken(c, quote == ' ' ? depth : DEEP));
    }
    return made.toString().replace(",\n   ", ",\n  ");
  }

  /** A character with the break that belongs to it. */
  private static String broken(char c, int depth) {
    return switch (c) {
      case '(' -> depth == 1 ? "(\n  " : "(";
      case ',' -> depth == 1 ? ",\n  " : ",";
      case ')' -> depth == 0 ? "\n)" : ")";
      default -> String.valueOf(c);
    };
  }

  /** What a step does, a line each. */
  static String notes(Step step, String before) {
    return step.notes().stream()
        .map(note -> before + mark(note.care()) + note.text() + ".\n")
        .collect(Collectors.joining());
  }

  private static String mark(Care care) {
    return switch (care) {
      case NONE -> "";
      case LOSES -> Warnings.LOSES;
      case ASKS -> Warnings.ASKS;
    };
  }
}
