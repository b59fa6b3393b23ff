package dev.covet.security;

import static dev.covet.security.StoredAuditEventTable.STORED_AUDIT_EVENT;

import dev.covet.api.FromPlugin;
import dev.covet.base.observe.LogText;
import dev.covet.base.problem.CodePoints;
import dev.covet.data.Session;
import dev.covet.web.http.Request;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down who did what, as {@link AuditLog} says where. In a {@code db.tx} the row is stored
 * with what was done, or not at all. Of one request; not thread-safe.
 */
@FromPlugin("install AuditLog.toTable()")
public final class Audit {
  private static final Logger LOG = LoggerFactory.getLogger("dev.covet.audit");
  private static final Pattern EVENT = Pattern.compile("[a-z][a-z0-9_]{0,63}");

  /** Longest subject, and longest detail, in characters. */
  private static final int CHARS_MAX = 1_000;

  private final Request request;
  private final InstantSource clock;
  private final @Nullable Supplier<Session> table;

  Audit(Request request, InstantSource clock, @Nullable Supplier<Session> table) {
    this.request = request;
    this.clock = clock;
    this.table = table;
  }

  /**
   * Writes down what happens.
   *
   * @param event what, in snake case, at most 64 characters: {@code password_changed}
   * @param subject who, such as the principal's key; empty for nobody who is known
   * @param detail what else is to be known, and never a secret; at most 1,000 characters of it
   * @throws IllegalArgumentException if the event has another form
   */
  public void record(String event, Object subject, String detail) {
    if (!EVENT.matcher(event).matches()) {
      throw new IllegalArgumentException("an event is in snake case: " + event);
    }
    var who = shortened(subject.toString());
    var what = shortened(detail);
    var address = request.peer().getAddress();
    var from = address == null ? request.peer().getHostString() : address.getHostAddress();
    LOG.atInfo()
        .addKeyValue("action", event)
        .addKeyValue("subject", LogText.safe(who))
        .addKeyValue("detail", LogText.safe(what))
        .addKeyValue("address", from)
        .log("audit");
    if (table == null) return;
    var row = new StoredAuditEvent(0, clock.instant(), event, who, what, request.id(), from);
    table.get().insert(STORED_AUDIT_EVENT, row);
  }

  /** What a database text can hold, and not more than is kept. */
  private static String shortened(String text) {
    var kept = text.length() <= CHARS_MAX ? text : text.substring(0, CHARS_MAX);
    return CodePoints.whole(kept).replace('\0', '\uFFFD');
  }
}
