package dev.covet.data.driver;

import dev.covet.data.table.Mapping;
import java.util.List;
import java.util.Optional;

/** How the tables of a database change with the records. Safe for use by many threads. */
public interface Evolution {
  /** The table in which migrations are kept that were applied. */
  String HISTORY = "flyway_schema_history";

  /** What the folder is called that has migrations for databases of this kind: {@code sqlite}. */
  String kind();

  /**
   * A query that finds what migrations must not leave: a row for each reference that leads nowhere,
   * with the table that has it and the one that it is to. Empty if the database sees to that while
   * they run.
   */
  String broken();

  /**
   * A statement that takes back what a migration has set for its session, so that the next one does
   * the same whether it runs at once or a day later. Empty if nothing that matters outlives it.
   */
  default String fresh() {
    return "";
  }

  /** Whether comments in its SQL nest. */
  default boolean nestsComments() {
    return false;
  }

  /** Where the same database is for what speaks JDBC. */
  JdbcAddress address();

  /** The tables that are there, without {@link #HISTORY}. */
  List<String> tables();

  /** Their columns: {@code hero.name}. */
  List<String> columns();

  /** The migrations that were applied, oldest first; empty if there is no {@link #HISTORY}. */
  Optional<List<Applied>> applied();

  /**
   * Makes the tables those of the records, by steps that keep what rows have wherever they can, and
   * says which they were. Only a database without rows takes all of them.
   */
  List<Step> steps(List<? extends Mapping<?, ?>> tables);
}
