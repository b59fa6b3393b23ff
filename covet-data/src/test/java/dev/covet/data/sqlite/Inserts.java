package dev.covet.data.sqlite;

import static golden.heroes.TeamTable.TEAM;

import dev.covet.data.driver.Driver;
import dev.covet.data.sql.Sql;
import dev.covet.data.sql.SqlTerms;
import dev.covet.data.sql.Statements;
import golden.heroes.Team;

/** Statements for drivers without a session. */
final class Inserts {
  private Inserts() {}

  static Sql team(Driver driver, String name) {
    var values = TEAM.shape().values(new Team(0, name, "x"));
    return new Statements<>(TEAM, SqlTerms.of(driver.dialect())).inserts().one(values, false);
  }
}
