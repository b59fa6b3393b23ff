package dev.covet.data.migrate;

import dev.covet.data.driver.Step;
import dev.covet.data.driver.Step.Care;
import java.util.List;
import java.util.stream.Collectors;

/** Writes steps down as an SQL file for review. */
final class NewMigration {
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
        + step.sql().stream().map(sql -> sql + ";\n").collect(Collectors.joining());
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
