package dev.covet.data.table;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a table and its columns were called before ({@code @Was}): in SQL, or as the record or the
 * component was called in Java.
 *
 * @param table its former name; empty if it had no other
 * @param columns the former names of columns by those of now in SQL
 */
public record FormerNames(String table, Map<String, String> columns) {
  private static final Pattern WORDS =
      Pattern.compile("(?<=[^A-Z_])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  /** Nothing had another name. */
  public static final FormerNames NONE = new FormerNames("", Map.of());

  /** Copies the map, and refuses what is not a plain name, since SQL is made of it. */
  public FormerNames {
    columns = Map.copyOf(columns);
    if (!table.isEmpty()) Identifiers.check(table);
    columns.values().forEach(Identifiers::check);
  }

  /**
   * The former name of a column that is there by that, and not by its name of now; else empty.
   *
   * @param there the names of the table's columns, in lower case
   */
  public String of(String column, Set<String> there) {
    if (there.contains(column.toLowerCase(Locale.ROOT))) return "";
    return names(columns.getOrDefault(column, ""))
        .filter(name -> there.contains(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse("");
  }

  /**
   * The former name of a column that is there neither by that nor by its name of now, as {@code
   * Was} has it; else empty.
   */
  public String lost(String column, Set<String> there) {
    var isThere = there.contains(column.toLowerCase(Locale.ROOT));
    return isThere || !of(column, there).isEmpty() ? "" : columns.getOrDefault(column, "");
  }

  /**
   * The former name of the table if it is there by that, and not by its name of now; else empty.
   *
   * @param isThere whether a table of a name is
   */
  public String of(String now, Predicate<String> isThere) {
    return isThere.test(now) ? "" : names(table).filter(isThere).findFirst().orElse("");
  }

  /** Whether an index or a constraint has the name of one that was made for the former table. */
  public boolean isNamedAfter(String name) {
    return names(table).anyMatch(former -> Identifiers.isNamedAfter(name, former));
  }

  /** Every former name of a column that may be there, in lower case. */
  public Set<String> ofColumns() {
    return columns.values().stream()
        .flatMap(FormerNames::names)
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  /** What may be the name in SQL: as it is written, and if it is one in Java, what that becomes. */
  private static Stream<String> names(String written) {
    return written.isEmpty()
        ? Stream.empty()
        : Stream.of(written, WORDS.matcher(written).replaceAll("_").toLowerCase(Locale.ROOT));
  }
}
