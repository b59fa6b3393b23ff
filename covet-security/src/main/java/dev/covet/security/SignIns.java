package dev.covet.security;

import static dev.covet.data.Expressions.and;
import static dev.covet.security.StoredSignInTable.STORED_SIGN_IN;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.covet.api.ApiError;
import dev.covet.base.json.Json;
import dev.covet.data.Session;
import dev.covet.data.query.Condition;
import dev.covet.gen.PrincipalPart;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The sign-ins of one principal, as rows: of refresh tokens, or of cookies. A key of one kind or
 * principal finds no row of another. Thread-safe; sessions of the database are the caller's.
 *
 * @param <P> who is signed in
 */
final class SignIns<P> {
  /** How often rows are deleted that have ended, and how many at a time. */
  private static final Duration CLEANED_EVERY = Duration.ofMinutes(10);

  private static final int CLEANED_MAX = 200;

  /** How long it is known of one that it has ended: longer than an access token may hold. */
  private static final Duration KEPT = Duration.ofHours(25);

  /** Most that are known to have ended; more are not read at once. */
  static final int ENDED_MAX = 100_000;

  /** How often a use is written down. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private final PrincipalPart<P> part;
  private final String kind;
  private final Life life;
  private final InstantSource clock;
  private final Json json = new Json();
  private final AtomicReference<Instant> cleaned = new AtomicReference<>(Instant.EPOCH);

  /**
   * How long a sign-in lasts.
   *
   * @param idle without being used
   * @param longest however much it is used
   */
  record Life(Duration idle, Duration longest) {}

  /**
   * A sign-in that has begun or goes on.
   *
   * @param key what its client is given
   */
  record Begun(StoredSignIn row, SignInKey key) {}

  /**
   * Those of a principal.
   *
   * @param kind what a client is given: {@code refresh}, {@code session}
   */
  SignIns(PrincipalPart<P> part, String kind, Life life, InstantSource clock) {
    this.part = part;
    this.kind = kind + ' ' + part.type().getName();
    this.life = life;
    this.clock = clock;
  }

  PrincipalPart<P> part() {
    return part;
  }

  /**
   * A principal as JSON.
   *
   * @throws IllegalArgumentException if it is of another class
   */
  String claims(Object principal) {
    return new String(json.write(part.codec(), cast(principal)), UTF_8);
  }

  private P cast(Object principal) {
    var type = part.type();
    if (type.isInstance(principal)) return type.cast(principal);
    throw new IllegalArgumentException(
        "Sign-ins are of %s, not of %s".formatted(type.getName(), principal.getClass().getName()));
  }

  /** What the principal's {@code @Id} holds, as a text; empty if it has none. */
  String id(Object principal) {
    var id = part.id();
    return id == null ? "" : String.valueOf(id.apply(cast(principal)));
  }

  /** The id of a row's principal. */
  String id(StoredSignIn row) {
    return row.subject().isEmpty() ? "" : row.subject().substring(subject("").length());
  }

  /** Principals of two classes may have one id. */
  private String subject(String id) {
    return part.type().getName() + '/' + id;
  }

  /** The id of a key's row. */
  String idOf(SignInKey key) {
    return key.id(kind);
  }

  /** Begins one. */
  Begun begin(Object principal, Session db) {
    var id = id(principal);
    var now = clock.instant();
    var ends = now.plus(life.longest());
    var key = SignInKey.random();
    var idle = earlier(now.plus(life.idle()), ends);
    var subject = id.isEmpty() ? "" : subject(id);
    var row = new StoredSignIn(idOf(key), key.hash(), subject, claims(principal), idle, ends);
    return db.tx(() -> {
      forgetOld(now, db);
      return new Begun(db.insert(STORED_SIGN_IN, row), key);
    });
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  /** A few at a time, so that no login waits for what a year has left; the next one goes on. */
  private void forgetOld(Instant now, Session db) {
    var last = cleaned.get();
    var isTime = now.isAfter(last.plus(CLEANED_EVERY)) && cleaned.compareAndSet(last, now);
    if (!isTime) return;
    var old =
        db.from(STORED_SIGN_IN)
            .where(STORED_SIGN_IN.idleUntil.lt(now.minus(KEPT)))
            .orderBy(STORED_SIGN_IN.idleUntil.asc())
            .limit(CLEANED_MAX)
            .select(STORED_SIGN_IN.id)
            .list();
    if (old.size() == CLEANED_MAX) cleaned.set(last);
    if (!old.isEmpty()) db.from(STORED_SIGN_IN).where(STORED_SIGN_IN.id.in(old)).delete();
  }

  /** The one that a key is of, if it has not ended; it goes on by that. */
  Optional<StoredSignIn> use(SignInKey key, Session db) {
    var now = clock.instant();
    var found =
        db.find(STORED_SIGN_IN, idOf(key))
            .filter(row ->
                MessageDigest.isEqual(row.hash().getBytes(UTF_8), key.hash().getBytes(UTF_8)))
            .filter(row -> now.isBefore(row.idleUntil()) && now.isBefore(row.endsAt()));
    found.ifPresent(row -> goOn(row, now, db));
    return found;
  }

  /** Whose one is; nobody, if the principal has other components since then. */
  Optional<P> who(StoredSignIn row) {
    try {
      return Optional.of(json.read(row.claims().getBytes(UTF_8), part.codec()));
    } catch (ApiError _) {
      return Optional.empty();
    }
  }

  private void goOn(StoredSignIn row, Instant now, Session db) {
    var idle = now.plus(life.idle());
    if (idle.isBefore(row.idleUntil().plus(NOTED_EVERY))) return;
    db.from(STORED_SIGN_IN)
        .where(STORED_SIGN_IN.id.eq(row.id()), goesOn(now))
        .update(STORED_SIGN_IN.idleUntil.to(idle));
  }

  /** The one that a key is of, if it has not ended, with its next key; the old one is none then. */
  Optional<Begun> swap(SignInKey key, Session db) {
    var now = clock.instant();
    var next = key.next();
    return db
        .from(STORED_SIGN_IN)
        .where(
            of(key), STORED_SIGN_IN.hash.eq(key.hash()), goesOn(now), STORED_SIGN_IN.endsAt.gt(now))
        .returning()
        .update(
            STORED_SIGN_IN.hash.to(next.hash()), STORED_SIGN_IN.idleUntil.to(now.plus(life.idle())))
        .stream()
        .findFirst()
        .map(row -> new Begun(row, next));
  }

  private Condition<StoredSignIn> of(SignInKey key) {
    return STORED_SIGN_IN.id.eq(idOf(key));
  }

  /**
   * Has not ended. Whoever ended it may have a clock that is ahead, or have come while this one
   * waited for a connection: so one without claims goes on for nobody.
   */
  private static Condition<StoredSignIn> goesOn(Instant now) {
    return and(STORED_SIGN_IN.idleUntil.gt(now), STORED_SIGN_IN.claims.ne(""));
  }

  /** Ends the one that a key finds, and says whether it was there. */
  boolean end(SignInKey key, Session db) {
    return !end(of(key), db).isEmpty();
  }

  /** The rows stay for a while, so that others learn of it; nobody is signed in by them. */
  private List<StoredSignIn> end(Condition<StoredSignIn> which, Session db) {
    var now = clock.instant();
    return db.from(STORED_SIGN_IN)
        .where(which, goesOn(now))
        .returning()
        .update(STORED_SIGN_IN.idleUntil.to(now), STORED_SIGN_IN.claims.to(""));
  }

  /** The ids of those that have ended since a moment, whoever ended them. */
  List<String> ended(Instant since, Session db) {
    return db.from(STORED_SIGN_IN)
        .where(STORED_SIGN_IN.idleUntil.between(since, clock.instant()))
        .orderBy(STORED_SIGN_IN.idleUntil.desc())
        .limit(ENDED_MAX)
        .select(STORED_SIGN_IN.id)
        .list();
  }

  /**
   * Ends all of a principal, of whatever kind.
   *
   * @throws IllegalArgumentException if it has no {@code @Id}
   */
  List<StoredSignIn> endAll(Object principal, Session db) {
    var id = id(principal);
    if (id.isEmpty()) throw new IllegalArgumentException("The principal has no @Id");
    return end(STORED_SIGN_IN.subject.eq(subject(id)), db);
  }
}
