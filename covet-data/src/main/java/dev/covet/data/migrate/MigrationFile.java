package dev.covet.data.migrate;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a file with a migration: {@code V2__add_power.sql}.
 *
 * @param name of the file
 * @param version with dots: {@code 2}, {@code 2.1}
 */
public record MigrationFile(String name, String version) implements Comparable<MigrationFile> {
  private static final Pattern NAMED = Pattern.compile("V(\\d{1,18}(?:[._]\\d{1,18})*)__.+\\.sql");

  /** The file of a name; empty if it is not one of a migration with a version. */
  static Optional<MigrationFile> of(String name) {
    var found = NAMED.matcher(name);
    return found.matches()
        ? Optional.of(new MigrationFile(name, found.group(1).replace('_', '.')))
        : Optional.empty();
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

  /** The first number of the version. */
  long major() {
    return numbers(version)[0];
  }

  @Override
  public int compareTo(MigrationFile other) {
    return compare(version, other.version);
  }
}
