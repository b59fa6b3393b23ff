package dev.covet.security;

import dev.covet.api.Invalid;
import dev.covet.api.Provides;
import dev.covet.api.Secret;
import dev.covet.api.Unauthorized;
import dev.covet.api.Unavailable;
import dev.covet.base.loop.Pool;
import dev.covet.base.loop.PoolFull;
import dev.covet.base.observe.Metrics;
import dev.covet.security.hash.Argon2;
import dev.covet.security.hash.Bcrypt;
import dev.covet.security.hash.HashKinds;
import dev.covet.security.hash.HashMethod;
import dev.covet.security.hash.PasswordRules;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Hashes and checks passwords; any handler can ask for it. Hashing is slow on purpose (about 60 ms
 * of a core with bcrypt at cost 10), so it runs on threads of its own, one fewer than there are
 * cores, and at most {@code HASH_QUEUE_MAX} (64) hashes wait for one. Thread-safe.
 *
 * <p>Settings are those of {@link PasswordSettings}. Passwords have at most 72 bytes of UTF-8,
 * never less of them counts than was sent (RFC 8265 asks for NFC; NIST SP 800-63B for the rest).
 */
@Provides
public final class Passwords implements AutoCloseable {
  /** The most logins that wait because others failed for the same account. */
  private static final int SLOWED_MAX = 1_000;

  private final HashMethod method;
  private final List<HashMethod> known;
  private final HashKinds kinds;
  private final PasswordRules rules;
  private final Pool pool;
  private final Metrics metrics;
  private final LoginAttempts attempts;
  private final Semaphore slowed = new Semaphore(SLOWED_MAX);
  private final Pause pause;

  /** Lets time pass. */
  @FunctionalInterface
  interface Pause {
    void take(Duration time) throws InterruptedException;
  }

  Passwords(PasswordSettings settings, Clock clock, Metrics metrics) {
    this(settings, clock, metrics, Thread::sleep);
  }

  private Passwords(PasswordSettings settings, Clock clock, Metrics metrics, Pause pause) {
    this.method = settings.method();
    this.known = List.of(new Bcrypt(settings.bcryptCost()), new Argon2());
    this.kinds = new HashKinds(method.ofNobody());
    this.rules = new PasswordRules(settings.passwordCharsMin(), settings.allowsCommon());
    this.pool = new Pool("hash", Pool.cpuThreads(), settings.hashQueueMax(), metrics);
    this.metrics = metrics;
    this.attempts = new LoginAttempts(clock);
    this.pause = pause;
  }

  /** Those whose waits are taken otherwise. */
  static Passwords pausing(PasswordSettings settings, Clock clock, Pause pause) {
    return new Passwords(settings, clock, new Metrics(), pause);
  }

  /**
   * The hash of a password that is to be set, from the field {@code password} of the body.
   *
   * @throws Invalid as {@link #hash(String, Secret, String...)}
   * @throws Unavailable if too many hashes wait already
   */
  public Secret hash(Secret password) {
    return hash("password", password);
  }

  /**
   * The hash of a password that is to be set.
   *
   * @param field where in the body the client sent it, such as {@code user.password}
   * @param owner what must not be the password itself, such as the e-mail address
   * @throws Invalid if it is too short, longer than 72 bytes, contains U+0000, is among the
   *     commonest, or is what its owner is called (422)
   * @throws Unavailable if too many hashes wait already (503)
   */
  public Secret hash(String field, Secret password, String... owner) {
    var bytes = rules.settable(field, password, owner);
    return Secret.of(onPool(() -> method.hash(bytes)));
  }

  /**
   * The user who was found for a login, if the password is theirs. Where nobody was found it takes
   * as long as for a wrong password, and says the same.
   *
   * @param hash gives the hash of a user, as {@link #hash} made it
   * @throws Unauthorized if nobody was found, or the password is another (401)
   * @throws Unavailable if too many hashes wait already (503)
   */
  public <U> U check(Optional<U> found, Function<? super U, Secret> hash, Secret password) {
    if (matches(password, found.map(hash).orElse(Secret.EMPTY)) && found.isPresent()) {
      return found.get();
    }
    throw refused();
  }

  private static Unauthorized refused() {
    return new Unauthorized("Wrong name or password");
  }

  /**
   * As {@link #check(Optional, Function, Secret)}, and slows down whoever guesses: from the
   * eleventh login for an account in 15 minutes on that did not succeed, each waits, up to 5 s. The
   * right password always gets in.
   *
   * @param account what the client called it, whether or not it exists
   * @param find finds the user; asked after the wait, so that a password that was replaced
   *     meanwhile lets nobody in
   */
  public <U> U check(
      String account,
      Supplier<Optional<U>> find,
      Function<? super U, Secret> hash,
      Secret password) {
    return check(attempts.place(account), find, hash, password);
  }

  /** As {@link #check(String, Supplier, Function, Secret)}, at a place where logins are counted. */
  <U> U check(
      int place, Supplier<Optional<U>> find, Function<? super U, Secret> hash, Secret password) {
    var delay = attempts.begin(place);
    try {
      waitFor(delay);
      var user = check(find.get(), hash, password);
      attempts.succeeded(place);
      return user;
    } catch (Unavailable e) {
      attempts.gaveUp(place);
      throw e;
    }
  }

  /** Where logins for an account are counted, or those of one device for it. */
  int place(String account, String device) {
    return attempts.place(device.isEmpty() ? account : account + '\0' + device);
  }

  private void waitFor(Duration delay) {
    if (delay.isZero()) return;
    if (!slowed.tryAcquire()) throw busy();
    try {
      pause.take(delay);
    } catch (InterruptedException _) {
      throw interrupted();
    } finally {
      slowed.release();
    }
  }

  /**
   * Whether a password is that of a hash; false, and as late, for what is no hash.
   *
   * @throws Unavailable if too many hashes wait already (503)
   */
  public boolean matches(Secret password, Secret hash) {
    var bytes = PasswordRules.bytes(password);
    return bytes.isPresent() && onPool(() -> matches(bytes.get(), hash.value()));
  }

  private boolean matches(byte[] password, String hash) {
    var own = maker(hash);
    if (own.isPresent() && own.get().matches(password, hash)) return true;
    var looked = own.map(each -> each.ofNobodyLike(hash)).orElse("");
    kinds
        .besides(looked)
        .forEach(each -> maker(each).ifPresent(how -> how.matches(password, each)));
    return false;
  }

  private Optional<HashMethod> maker(String hash) {
    return known.stream().filter(each -> each.made(hash)).findFirst();
  }

  /**
   * Whether a hash is not as a new one would be, because settings have changed since it was made.
   * Then store another one after a login, while the password is at hand.
   */
  public boolean needsRehash(Secret hash) {
    return !method.isCurrent(hash.value());
  }

  /**
   * The hash of a password that has just been checked, to be stored in the place of an old one:
   * what is asked of new passwords is not asked of it.
   *
   * @throws IllegalArgumentException if nobody can have logged in by it
   * @throws Unavailable if too many hashes wait already (503)
   */
  public Secret rehash(Secret password) {
    var bytes =
        PasswordRules.bytes(password)
            .orElseThrow(() -> new IllegalArgumentException("This cannot have been a password"));
    return Secret.of(onPool(() -> method.hash(bytes)));
  }

  private <T> T onPool(Callable<T> work) {
    try {
      return pool.call(work);
    } catch (PoolFull _) {
      metrics.limitHit("HASH_QUEUE_MAX");
      throw busy();
    } catch (InterruptedException _) {
      throw interrupted();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Unavailable busy() {
    return new Unavailable("Too many logins at once");
  }

  private static Unavailable interrupted() {
    Thread.currentThread().interrupt();
    return new Unavailable("The login was given up");
  }

  /** Ends the threads. */
  @Override
  public void close() {
    pool.close();
  }
}
