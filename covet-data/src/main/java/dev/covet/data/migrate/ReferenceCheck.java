package dev.covet.data.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Undoes a migration that leaves rows which refer to others that are not there, where the database
 * does not look at that while it runs.
 */
final class ReferenceCheck extends BaseCallback {
  private final String broken;

  /** A check by a query; an empty one is not asked. */
  ReferenceCheck(String broken) {
    this.broken = broken;
  }

  @Override
  public String getCallbackName() {
    return "references";
  }

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.AFTER_EACH_MIGRATE && !broken.isEmpty();
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
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
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(broken)) {
      if (!rows.next()) return;
      throw new MigrationFailure(
          "%s would leave rows of %s that refer to rows of %s which are not there. Nothing of this file is kept. Change or delete those rows in it, then run migrate again."
              .formatted(file, rows.getString(1), rows.getString(2)));
    }
  }
}
