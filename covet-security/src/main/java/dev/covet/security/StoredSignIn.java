package dev.covet.security;

import dev.covet.api.Id;
import dev.covet.api.Index;
import dev.covet.api.Table;
import java.time.Instant;

/**
 * A sign-in that is kept in the database: what is needed to know its refresh token, or the cookie
 * of its session, and nothing that could be sent as one.
 *
 * @param id the SHA-256 of the first part of the token, the first half of it; access tokens have it
 *     as {@code sid}
 * @param hash the SHA-256 of the second part; of the newest refresh token alone
 * @param subject the principal's class, and behind a slash what its {@code @Id} holds; empty if it
 *     has none
 * @param claims the principal, as JSON; empty once it was ended
 * @param idleUntil until when it must be used again; when it ended, if it was ended
 * @param endsAt when it ends however much it is used
 */
@Table("sign_ins")
@Index({"subject"})
record StoredSignIn(
    @Id String id,
    String hash,
    String subject,
    String claims,
    @Index Instant idleUntil,
    Instant endsAt) {}
