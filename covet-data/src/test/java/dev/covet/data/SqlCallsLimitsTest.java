package dev.covet.data;

import static golden.heroes.HeroTable.HERO;
import static golden.heroes.TeamTable.TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Invalid;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import dev.covet.data.error.TooManyValues;
import dev.covet.data.sql.RawSql;
import dev.covet.data.sql.SqlRow;
import dev.covet.data.type.SqlType;
import golden.heroes.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** D1: what a statement of the program's own is given is bound, and limited as all else is. */
@ParameterizedClass
@EnumSource
class SqlCallsLimitsTest {
  private static final RawSql AMONG =
      RawSql.reading("TeamSql.among")
          .text("select name from team where id in (")
          .values("ids", SqlType.LONG)
          .text(") or name = ")
          .value("name", SqlType.TEXT);

  private static final RawSql RENAME =
      RawSql.writing("TeamSql.rename")
          .text("update team set name = ")
          .value("name", SqlType.TEXT)
          .text(" returning id, name, headquarters");

  private static final SqlRow<String> NAME = SqlRow.value(SqlType.TEXT);

  private final Databases database;
  private final List<String> statements = new ArrayList<>();
  private Driver driver;
  private SqlCalls calls;

  SqlCallsLimitsTest(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void insertTeams() {
    driver = database.open(DatabaseLimits.STANDARD, statements::add);
    driver.create(List.of(TEAM, HERO));
    var db = new Session(driver);
    db.insertAll(TEAM, List.of(new Team(0, "A", "x"), new Team(0, "B", "x")));
    calls = new SqlCalls(db);
    statements.clear();
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void oneTextServesListsOfEveryLength() {
    assertThat(calls.list(AMONG, NAME, List.of(1L), "B")).containsExactly("A", "B");
    assertThat(calls.list(AMONG, NAME, List.of(), "B")).containsExactly("B");
    assertThat(calls.list(AMONG, NAME, LongStream.range(2, 500).boxed().toList(), ""))
        .containsExactly("B");
    assertThat(statements).hasSize(3).allMatch(statements.getFirst()::equals);
  }

  @Test
  void moreThanAThousandValuesAreRefused() {
    var many = LongStream.range(0, 1_001).boxed().toList();

    assertThatThrownBy(() -> calls.list(AMONG, NAME, many, "B")).isInstanceOf(TooManyValues.class);
    assertThat(statements).isEmpty();
  }

  @Test
  void whatNoColumnHoldsIsRefused() {
    assertThatThrownBy(() -> calls.list(AMONG, NAME, List.of(), "\0")).isInstanceOf(Invalid.class);
    assertThat(statements).isEmpty();
  }

  @Test
  void aWriteWhoseRowsAreNotWhatItReturnsIsUndone() {
    assertThatThrownBy(() -> calls.one(RENAME, SqlRow.of(TEAM), "C"))
        .hasMessageContaining("conflicts");
    assertThatThrownBy(() -> calls.list(RENAME, NAME, "C")).isInstanceOf(RuntimeException.class);
    assertThat(calls.list(AMONG, NAME, List.of(1L, 2L), "")).containsExactly("A", "B");
  }
}
