package dev.covet.security;

import dev.covet.api.Lifetime;
import dev.covet.api.Provides;
import dev.covet.api.Secret;
import dev.covet.api.SetCookie;
import dev.covet.api.Unauthorized;
import dev.covet.web.http.Request;
import dev.covet.web.http.RequestCookies;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a login comes from. A device that has signed in to an account before, as its cookie {@code
 * __Host-device} says, is not slowed down by what others do to that account: its own failures count
 * apart. Programs keep the cookie as browsers do. Of one request; not thread-safe.
 *
 * <pre>{@code
 * var user = device.check(name, () -> db.from(USER).where(USER.name.eq(name)).first(), User::hash, password);
 * return Reply.of(tokens.issue(new Me(user.id()))).cookie(device.cookie());
 * }</pre>
 */
@Provides(Lifetime.REQUEST)
public final class Device {
  static final String COOKIE = "__Host-device";

  /** As long as browsers keep a cookie (RFC 6265bis, 5.5). */
  private static final Duration KEPT = Duration.ofDays(400);

  private final Optional<String> sent;
  private final Passwords passwords;
  private final DeviceKey key;
  private String signedIn = "";

  Device(Request request, Passwords passwords, DeviceKey key) {
    this(RequestCookies.of(request.headers()).all(COOKIE).stream().findFirst(), passwords, key);
  }

  private Device(Optional<String> sent, Passwords passwords, DeviceKey key) {
    this.sent = sent;
    this.passwords = passwords;
    this.key = key;
  }

  /** One that says this. */
  static Device saying(String cookie, Passwords passwords, DeviceKey key) {
    return new Device(Optional.of(cookie), passwords, key);
  }

  /**
   * As {@link Passwords#check(String, Supplier, Function, Secret)}, which slows down whoever
   * guesses, but for the devices that are known.
   *
   * @throws Unauthorized if nobody was found, or the password is another (401)
   * @throws dev.covet.api.Unavailable if too many hashes wait already (503)
   */
  public <U> U check(
      String account, Supplier<Optional<U>> find, Function<? super U, Secret> hash, Secret password)
      throws Unauthorized {
    var known = sent.filter(it -> key.fits(it, account));
    var user = passwords.check(passwords.place(account, known.orElse("")), find, hash, password);
    signedIn = known.orElseGet(() -> key.of(account));
    return user;
  }

  /**
   * The cookie by which the device is known at the next login, for the answer.
   *
   * @throws IllegalStateException if {@link #check} has let nobody in
   */
  public SetCookie cookie() {
    if (signedIn.isEmpty()) throw new IllegalStateException("nobody has signed in: check first");
    return SetCookie.of(COOKIE, signedIn).maxAge(KEPT);
  }
}
