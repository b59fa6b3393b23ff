package dev.covet.data.migrate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The name of a file with a migration: {@code V2__add_power.sql}.
 *
 * @param name of the file
 * @param version with dots: {@code 2}, {@code 2.1}
 */
public record MigrationFile(String name, String version) implements Comparable<MigrationFile> {
  private static final Pattern NAMED = Pattern.compile("V(\\d{1,18}(?:[._]\\d{1,18})*)__.+\\.sql");

  private static final String RENAME =
      "Name it V, its version, two underscores and words: V2__add_rank.sql.";

  /** The file of a name; empty if it is not one of a migration with a version. */
  static Optional<MigrationFile> of(String name) {
    var found = NAMED.matcher(name);
    return found.matches()
        ? Optional.of(new MigrationFile(name, found.group(1).replace('_', '.')))
        : Optional.empty();
  }

  /**
   * Refuses files that are meant to be migrations by their names, and would be left out or be two
   * of one version.
   *
   * @throws MigrationFailure with a line for each
   */
  static void mustBeRight(List<String> names) {
    var wrong = names.stream().flatMap(name -> wrong(name).stream());
    var files = names.stream().flatMap(name -> of(name).stream()).sorted().toList();
    var twice =
        IntStream.range(1, files.size())
            .filter(at -> files.get(at - 1).compareTo(files.get(at)) == 0)
            .mapToObj(at -> twice(files.get(at - 1), files.get(at)));
    var faults = Stream.concat(wrong, twice).toList();
    if (!faults.isEmpty()) throw new MigrationFailure(faults);
  }

  private static Optional<String> wrong(String name) {
    var isMeant = name.toLowerCase(Locale.ROOT).endsWith(".sql") && name.indexOf('/') < 0;
    if (!isMeant || NAMED.matcher(name).matches()) return Optional.empty();
    return Optional.of(
        name.startsWith("R__")
            ? name + " would be run whenever it changes, which migrate does not do. " + RENAME
            : name + " is not named as a migration is, so it would not be run. " + RENAME);
  }

  private static String twice(MigrationFile one, MigrationFile other) {
    return "%s and %s have the same version. Give one of them the next."
        .formatted(one.name, other.name);
  }

  /** The numbers of a version: 2.1 comes before 2.10, and 2 is 2.0. */
  private static long[] numbers(String version) {
    var numbers = Arrays.stream(version.split("\\.", -1)).mapToLong(Long::parseLong).toArray();
    var end = numbers.length;
    while (end > 1 && numbers[end - 1] == 0) end--;
    return Arrays.copyOf(numbers, end);
  }

  /** Compares versions as numbers. */
  static int compare(String one, String other) {
    return Arrays.compare(numbers(one), numbers(other));
  }

  /** That a database has had it when it said something else. */
  String changed() {
    return name
        + " was changed after it was applied. Undo that, and write the change as the next migration.";
  }

  /** The first number of the version. */
  long major() {
    return numbers(version)[0];
  }

  @Override
  public int compareTo(MigrationFile other) {
    return compare(version, other.version);
  }
}
