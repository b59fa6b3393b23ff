package dev.covet.data;

import static golden.heroes.TeamTable.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.observe.Metric;
import dev.covet.base.observe.Metrics;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.sql.Sql;
import dev.covet.data.sql.SqlTerms;
import dev.covet.data.sql.Statements;
import dev.covet.data.sqlite.SqliteFile;
import dev.covet.web.http.Method;
import dev.covet.web.http.Request;
import dev.covet.web.http.RequestHead;
import dev.covet.web.message.RequestBody;
import org.junit.jupiter.api.Test;

/** Slow statements, and how long all of them take. */
final class StatementTimesTest {
  /** Slow statements with their request, and no values. */
  @Test
  void aSlowStatementIsTold() {
    var metrics = new Metrics();
    var sql = insertOfTeam("Secret");
    var head = RequestHead.of(Method.POST, "/teams").build();
    var request = Request.of(head, RequestBody.of(new byte[0]));
    try (var log = new LogLines("dev.covet.sql")) {
      var times = new StatementTimes(metrics, 1_000);
      times.ran(request, sql, 1, 999_999_999);
      times.ran(request, sql, 1, 1_000_000_000);

      assertThat(log.messages())
          .filteredOn(it -> it.startsWith("slow_statement"))
          .containsExactly(
              "slow_statement method=\"POST\" path=\"/teams\" micros=\"1000000\" rows=\"1\""
                  + " sql=\"INSERT INTO team (name,headquarters) VALUES (?,?) RETURNING id\""
                  + " values=\"String, null\"");
    }
    assertThat(metrics.all())
        .singleElement()
        .isInstanceOfSatisfying(Metric.Spread.class, it -> assertThat(it.count()).isEqualTo(2));
  }

  private static Sql insertOfTeam(String name) {
    try (var driver = SqliteFile.inMemory().open(DatabaseLimits.STANDARD, _ -> {})) {
      return new Statements<>(TEAM, SqlTerms.of(driver.dialect()))
          .inserts()
          .one(new Object[] {0L, name, null}, false);
    }
  }
}
