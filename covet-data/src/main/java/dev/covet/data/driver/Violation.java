package dev.covet.data.driver;

import java.util.List;

/** A statement would have broken a rule of the database. */
public final class Violation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Which rule. */
  public enum Rule {
    /** Two rows with one value. */
    UNIQUE,
    /** A key that no row has, or a row that others refer to. */
    REFERENCE,
    /** A value that is too long for an index. */
    LENGTH,
    /** A value that a {@code CHECK} or {@code NOT NULL} refuses. */
    CHECK
  }

  private final Rule rule;
  private final transient List<String> columns;

  /**
   * A violation.
   *
   * @param columns the columns concerned, in SQL and without table; empty where the database does
   *     not say, and then further statements can run in the same piece of work, to find out
   */
  public Violation(Rule rule, List<String> columns, Throwable cause) {
    this(rule, rule.name(), columns, cause);
  }

  private Violation(Rule rule, String name, List<String> columns, Throwable cause) {
    super(name + " violated " + columns, cause);
    this.rule = rule;
    this.columns = List.copyOf(columns);
  }

  /** One of the rule {@code CHECK} by a value that is not there. */
  public static Violation ofNull(List<String> columns, Throwable cause) {
    return new Violation(Rule.CHECK, "NOT NULL", columns, cause);
  }

  /** Which rule. */
  public Rule rule() {
    return rule;
  }

  /** The columns concerned, in SQL; empty where the database does not say. */
  public List<String> columns() {
    return columns;
  }
}
