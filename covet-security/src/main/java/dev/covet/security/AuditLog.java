package dev.covet.security;

import dev.covet.app.Plugin;
import dev.covet.app.Setup;
import dev.covet.base.inject.Provider;
import dev.covet.data.Session;
import dev.covet.gen.MappedTable;
import dev.covet.web.http.Request;
import java.util.List;
import java.util.function.Supplier;

/**
 * Gives handlers an {@link Audit}: {@code Covet.app().install(AuditLog.toTable())}. Its lines have
 * the logger {@code dev.covet.audit}. Immutable.
 */
public final class AuditLog implements Plugin {
  private final boolean isStored;

  private AuditLog(boolean isStored) {
    this.isStored = isStored;
  }

  /** Each event is a line of the log. */
  public static AuditLog toLog() {
    return new AuditLog(false);
  }

  /** Each event is a line of the log, and a row of {@code audit_events} in the app's database. */
  public static AuditLog toTable() {
    return new AuditLog(true);
  }

  @Override
  public List<MappedTable> ownTables() {
    return isStored ? List.of(StoredAuditEventTable.STORED_AUDIT_EVENT) : List.of();
  }

  @Override
  public void install(Setup setup) {
    var clock = setup.clock();
    setup.provide(
        Provider.request(
            Audit.class,
            wiring -> {
              var db = wiring.slotOrElse(NoDatabase.PROVIDER);
              return (scope, _) -> {
                Supplier<Session> table = () -> db.get(scope);
                return new Audit((Request) scope.subject(), clock, isStored ? table : null);
              };
            }));
  }
}
