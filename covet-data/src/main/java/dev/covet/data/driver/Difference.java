package dev.covet.data.driver;

/**
 * A column that is another one in the database than its record asks for: its type or a constraint.
 *
 * @param column with its table: {@code hero.age}
 * @param there what it is in the database, as that calls it
 * @param asked what the component needs
 * @param advice what to do, with the SQL if there is some
 */
public record Difference(String column, String there, String asked, String advice) {}
