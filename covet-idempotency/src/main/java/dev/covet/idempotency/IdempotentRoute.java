package dev.covet.idempotency;

import dev.covet.api.Invalid;
import dev.covet.api.Problem;
import dev.covet.base.inject.Key;
import dev.covet.base.inject.Slot;
import dev.covet.base.inject.Wiring;
import dev.covet.data.Session;
import dev.covet.resilience.ClientKey;
import dev.covet.resilience.ProtectionTerms;
import dev.covet.schema.Constraint;
import dev.covet.schema.Kind;
import dev.covet.schema.Operation;
import dev.covet.schema.Parameter;
import dev.covet.schema.Schema;
import dev.covet.web.bind.Bind;
import dev.covet.web.http.Answers;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives a request that is sent again the answer of the first one. The answer is stored in the
 * transaction in which the handler writes: both are there, or neither. Thread-safe.
 */
public final class IdempotentRoute implements Middleware {
  /** How documents describe the header field. */
  private static final Parameter KEY =
      Parameter.header(ProtectionTerms.KEY, Schema.of(Kind.STRING, Constraint.size(1, 64)))
          .asOptional()
          .described(
              "A request that is sent again with the same key has the same answer, and no second"
                  + " effect. The key is kept for 24 hours.");

  private static final String HEADER = ProtectionTerms.KEY;

  /** The longest key, in characters. */
  private static final int KEY_CHARS_MAX = 64;

  private final String route;
  private final Slot<Session> session;
  private final Slot<Clock> clock;
  private final IdempotentAnswers answers = new IdempotentAnswers();
  private final Set<String> running = ConcurrentHashMap.newKeySet();

  private IdempotentRoute(String route, Slot<Session> session, Slot<Clock> clock) {
    this.route = route;
    this.session = session;
    this.clock = clock;
  }

  /** What keeps the answers of a route in one start of an app. */
  public static Middleware of(Wiring wiring, String route) {
    return new IdempotentRoute(
        route,
        wiring.slot(Key.of(Session.class), "install Database.url(...)"),
        wiring.slot(Key.of(Clock.class)));
  }

  @Override
  public Response handle(Request request, Handler next) {
    if (!request.headers().has(HEADER)) return next.handle(request);
    var id = id(request, key(request.headers().all(HEADER)));
    if (!running.add(id)) throw new IdempotencyKeyInUse();
    try {
      return once(request, next, id);
    } finally {
      running.remove(id);
    }
  }

  private Response once(Request request, Handler next, String id) {
    var fingerprint = fingerprint(request);
    var scope = Bind.scope(request);
    var db = session.get(scope);
    var now = clock.get(scope).instant();
    try {
      return db.tx(() -> {
        var known = answers.of(db, new IdempotentAnswers.Asked(id, fingerprint, now));
        if (!known.fingerprint().equals(fingerprint)) throw new IdempotencyKeyReused();
        return IdempotentAnswers.isOpen(known)
            ? answered(db, id, next.handle(request))
            : IdempotentAnswers.replay(known);
      });
    } catch (UndoneAnswer undone) {
      return undone.response();
    }
  }

  /** What was not done may be asked for again with the same key, and what it wrote is undone. */
  private Response answered(Session db, String id, Response response) throws UndoneAnswer {
    if (response.status() >= 400) throw new UndoneAnswer(response);
    answers.keep(db, id, response);
    return response;
  }

  private static String key(List<String> sent) {
    var key = sent.size() == 1 ? sent.getFirst() : "";
    if (key.length() > KEY_CHARS_MAX) {
      throw invalid("too_long", "must have at most %s characters".formatted(KEY_CHARS_MAX));
    }
    if (key.isEmpty() || !key.chars().allMatch(each -> each > ' ' && each < 127)) {
      throw invalid("format", "must be there once, in ASCII without spaces");
    }
    return key;
  }

  private static Invalid invalid(String code, String reason) {
    return new Invalid(List.of(Problem.at(List.of("header", HEADER), code, reason)));
  }

  /**
   * Nobody is answered with what was meant for another: whose key it is belongs to it. Where nobody
   * is known, that is whoever has the same credentials, if the program reads some by itself.
   */
  private String id(Request request, String key) {
    var whose = ClientKey.caller(request).orElseGet(() -> credentials(request));
    return text(digest(whose, route, key));
  }

  private static String credentials(Request request) {
    return "\0" + String.join(",", request.headers().all("Authorization"));
  }

  private static String fingerprint(Request request) {
    var digest =
        digest(
            request.method().name(),
            request.path(),
            request.query(),
            request.header("Content-Type").orElse(""));
    digest.update(request.bytes());
    return text(digest);
  }

  private static MessageDigest digest(String... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var part : parts) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return digest;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static String text(MessageDigest digest) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
  }

  @Override
  public Operation documented(Operation inside) {
    return inside.taking(List.of(KEY));
  }

  @Override
  public Answers answers() {
    return Answers.of(IdempotencyKeyInUse.class, IdempotencyKeyReused.class, Invalid.class);
  }
}
