package dev.covet.idempotency;

import dev.covet.api.Id;
import dev.covet.api.Index;
import dev.covet.api.Table;
import java.time.Instant;

/**
 * What a request with an idempotency key was answered.
 *
 * @param id the SHA-256 of principal, route and key
 * @param fingerprint the SHA-256 of what was asked
 * @param status of the answer; 0 while its transaction is open
 * @param headers of the answer, a field a line
 * @param body of the answer, in base64
 */
@Table("idempotent_answers")
record StoredAnswer(
    @Id String id,
    String fingerprint,
    int status,
    String headers,
    String body,
    @Index Instant createdAt) {}
