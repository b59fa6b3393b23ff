package dev.covet.data.driver;

/**
 * A column that has another type in the database than its record asks for.
 *
 * @param column with its table: {@code hero.age}
 * @param there the type in the database, as that calls it
 * @param asked the type that the component needs
 * @param advice what to do, with the SQL if there is some
 */
public record OtherType(String column, String there, String asked, String advice) {}
