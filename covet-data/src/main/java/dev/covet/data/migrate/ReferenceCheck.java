package dev.covet.data.migrate;

import dev.covet.data.driver.Evolution;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Undoes a migration that leaves rows which refer to others that are not there, where the database
 * does not look at that while it runs; and takes back what it has set, where that outlives it.
 */
final class ReferenceCheck extends BaseCallback {
  private final Evolution evolution;

  ReferenceCheck(Evolution evolution) {
    this.evolution = evolution;
  }

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.AFTER_EACH_MIGRATE;
  }

  @Override
  public void handle(Event event, Context context) {
    try {
      check(context.getConnection(), context.getMigrationInfo().getScript());
    } catch (SQLException e) {
      throw new MigrationFailure(String.valueOf(e.getMessage()), e);
    }
  }

  private void check(Connection connection, String file) throws SQLException {
    try (var statement = connection.createStatement()) {
      if (!evolution.fresh().isEmpty()) statement.execute(evolution.fresh());
      if (!evolution.broken().isEmpty()) check(statement, file);
    }
  }

  private void check(Statement statement, String file) throws SQLException {
    try (var rows = statement.executeQuery(evolution.broken())) {
      if (!rows.next()) return;
      throw new MigrationFailure(
          "%s would leave rows of %s that refer to rows of %s which are not there. Nothing of this file is kept. Change or delete those rows in it, then run migrate again."
              .formatted(file, rows.getString(1), rows.getString(2)));
    }
  }
}
