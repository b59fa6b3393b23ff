package dev.covet.idempotency;

import dev.covet.api.Conflict;
import dev.covet.data.Session;
import dev.covet.web.http.Content;
import dev.covet.web.http.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;

/** The answers that are kept for idempotency keys, in the app's database. Thread-safe. */
final class IdempotentAnswers {
  /** How long an answer is kept. */
  private static final Duration KEPT = Duration.ofHours(24);

  /** The shortest time between two looks for answers that are older. */
  private static final Duration SWEEP = Duration.ofMinutes(10);

  /** The longest body that is kept, in bytes. */
  static final int BODY_BYTES_MAX = 1_048_576;

  /** What an answer has before it is known. */
  private static final int OPEN = 0;

  private static final StoredAnswerTable TABLE = StoredAnswerTable.STORED_ANSWER;

  private final AtomicReference<Instant> swept = new AtomicReference<>(Instant.EPOCH);

  /**
   * A request with a key.
   *
   * @param id whose key it is, of which route
   * @param fingerprint what is asked
   */
  record Asked(String id, String fingerprint, Instant now) {
    private Instant forgotten() {
      return now.minus(KEPT);
    }

    private StoredAnswer open() {
      return new StoredAnswer(id, fingerprint, OPEN, "", "", now);
    }
  }

  /**
   * The answer of a request, in the open transaction: a new one, unless it was answered before. Of
   * two instances of an app that ask at once, one waits for the end of the other.
   */
  StoredAnswer of(Session db, Asked asked) {
    sweep(db, asked);
    try {
      return db.tx(() -> db.insert(TABLE, asked.open()));
    } catch (Conflict _) {
      return known(db, asked);
    }
  }

  private static StoredAnswer known(Session db, Asked asked) {
    var known = db.find(TABLE, asked.id()).orElseThrow(IdempotencyKeyInUse::new);
    if (known.createdAt().isAfter(asked.forgotten())) return known;
    db.delete(TABLE, asked.id());
    return db.insert(TABLE, asked.open());
  }

  private void sweep(Session db, Asked asked) {
    var last = swept.get();
    if (last.isAfter(asked.now().minus(SWEEP)) || !swept.compareAndSet(last, asked.now())) return;
    db.from(TABLE).where(TABLE.createdAt.lt(asked.forgotten())).delete();
  }

  /** Whether an answer is not known yet, in the transaction that is to make it. */
  static boolean isOpen(StoredAnswer answer) {
    return answer.status() == OPEN;
  }

  /**
   * Keeps an answer.
   *
   * @throws IllegalStateException if it cannot be kept, so that its effect must be undone
   */
  void keep(Session db, String id, Response response) {
    var body = Base64.getEncoder().encodeToString(bytes(response.content()));
    db.from(TABLE)
        .where(TABLE.id.eq(id))
        .update(
            TABLE.status.to(response.status()),
            TABLE.headers.to(headers(response)),
            TABLE.body.to(body));
  }

  private static byte[] bytes(Content content) {
    var bytes =
        switch (content) {
          case Content.Bytes known -> known.array();
          case Content.None _, Content.LengthOnly _ -> new byte[0];
          case Content.Stream _, Content.File _, Content.Dialogue _ ->
              throw new IllegalStateException("@Idempotent keeps no answer that is streamed");
        };
    if (bytes.length > BODY_BYTES_MAX) {
      throw new IllegalStateException(
          "@Idempotent keeps answers of at most %s bytes".formatted(BODY_BYTES_MAX));
    }
    return bytes;
  }

  private static String headers(Response response) {
    var lines = new StringBuilder();
    response
        .headers()
        .forEach((name, value) -> lines.append(name).append(':').append(value).append('\n'));
    return lines.toString();
  }

  /** An answer as it was given. */
  static Response replay(StoredAnswer answer) {
    var bytes = Base64.getDecoder().decode(answer.body().getBytes(StandardCharsets.US_ASCII));
    var response = Response.empty(answer.status());
    for (var line : answer.headers().lines().toList()) {
      var colon = line.indexOf(':');
      response = response.plusHeader(line.substring(0, colon), line.substring(colon + 1));
    }
    return bytes.length == 0 ? response : response.withContent(new Content.Bytes(bytes));
  }
}
