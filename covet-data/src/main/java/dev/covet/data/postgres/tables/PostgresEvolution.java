package dev.covet.data.postgres.tables;

import dev.covet.data.driver.Applied;
import dev.covet.data.driver.Evolution;
import dev.covet.data.driver.JdbcAddress;
import dev.covet.data.driver.Step;
import dev.covet.data.table.Mapping;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How the tables of a PostgreSQL database change. */
public record PostgresEvolution(JdbcAddress address, Changing changing) implements Evolution {
  private static final String TABLES =
      """
      SELECT relname FROM pg_class
      WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::regnamespace
        AND relname <> $1
        AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_class.oid AND deptype = 'e')
      ORDER BY relname
      """;

  private static final String COLUMNS =
      """
      SELECT table_name || '.' || column_name FROM information_schema.columns
      WHERE table_schema = current_schema() AND table_name <> $1
      ORDER BY table_name, ordinal_position
      """;

  private static final String APPLIED =
      "SELECT version, type, coalesce(checksum::text, '') FROM "
          + HISTORY
          + " WHERE success AND version IS NOT NULL ORDER BY installed_rank";

  /** Does work in a transaction, while no other instance changes tables. */
  public interface Changing {
    <R> R changing(Function<PostgresAnswers, R> work);
  }

  @Override
  public String kind() {
    return "postgresql";
  }

  @Override
  public String broken() {
    return "";
  }

  @Override
  public String fresh() {
    return "RESET ALL";
  }

  @Override
  public boolean nestsComments() {
    return true;
  }

  @Override
  public List<String> tables() {
    return changing.changing(link -> firsts(link.texts(TABLES, HISTORY)));
  }

  @Override
  public List<String> columns() {
    return changing.changing(link -> firsts(link.texts(COLUMNS, HISTORY)));
  }

  private static List<String> firsts(List<List<String>> rows) {
    return rows.stream().map(List::getFirst).toList();
  }

  @Override
  public Optional<List<Applied>> applied() {
    return changing.changing(link -> {
      if (new PostgresCatalog(link).columns(HISTORY).isEmpty()) return Optional.empty();
      return Optional.of(
          link.texts(APPLIED).stream()
              .map(row -> new Applied(row.get(0), row.get(1).equals("BASELINE"), row.get(2)))
              .toList());
    });
  }

  @Override
  public List<Step> steps(List<? extends Mapping<?, ?>> tables) {
    return changing.changing(link -> new PostgresSteps(link, tables).all());
  }
}
