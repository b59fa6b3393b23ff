package dev.covet.data.driver;

import java.util.List;

/**
 * One change of many that make the tables of a database those of the records.
 *
 * @param notes what it does, and what whoever reads it has to look at
 * @param sql the statements in their order, without semicolons
 */
public record Step(List<Note> notes, List<String> sql) {
  /** Why a person has to look at a step. */
  public enum Care {
    /** For nothing: rows keep what they have. */
    NONE,
    /** Values are lost, or may not fit. */
    LOSES,
    /** Rows lack a value, which a person has to fill in where the statements say so. */
    ASKS
  }

  /**
   * A sentence about a step.
   *
   * @param text for people, without a full stop: {@code Column hero.age is added}
   */
  public record Note(Care care, String text) {}

  /** What stands in a statement for a value that a person has to fill in. */
  public static final String BLANK = "NULL /* FILL IN */";

  /** Copies the lists. */
  public Step {
    notes = List.copyOf(notes);
    sql = List.copyOf(sql);
  }

  /** One with a single note. */
  public static Step of(Care care, String text, List<String> sql) {
    return new Step(List.of(new Note(care, text)), sql);
  }
}
