package dev.covet.security;

import dev.covet.api.Id;
import dev.covet.api.Index;
import dev.covet.api.Table;
import java.time.Instant;

/**
 * Something that somebody did, as it stays in the database.
 *
 * @param at when
 * @param event what, in snake case
 * @param subject who, such as what the principal's {@code @Id} holds; empty for nobody who is known
 * @param detail what else is to be known
 * @param requestId the request, as log lines have it
 * @param address where the request came from
 */
@Table("audit_events")
record StoredAuditEvent(
    @Id long id,
    @Index Instant at,
    String event,
    @Index String subject,
    String detail,
    String requestId,
    String address) {}
