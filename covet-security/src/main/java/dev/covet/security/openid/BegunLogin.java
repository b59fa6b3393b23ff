package dev.covet.security.openid;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.covet.api.SetCookie;
import dev.covet.security.hash.SecretBytes;
import dev.covet.web.http.Request;
import dev.covet.web.http.RequestCookies;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A sign-in at an issuer that a browser has begun, and keeps in a cookie of its own until it comes
 * back: a secret of 32 random bytes, when that was, and where the user wants to go. State, nonce
 * and the verifier of PKCE are made of all three by HMAC-SHA256 with the secret as the key, so that
 * nothing is stored here, and a cookie that was changed fits no state. Each has a cookie of its
 * own, so that tabs do not get in each other's way. Immutable.
 */
public final class BegunLogin {
  /** The prefix has browsers take it from this host alone, over TLS (RFC 6265bis, 4.1.3). */
  static final String COOKIE = "__Host-login-";

  /** How many a browser may have beside the newest; each is sent with every request. */
  static final int OTHERS_MAX = 4;

  private static final Pattern STATE = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final Pattern VALUE =
      Pattern.compile("([A-Za-z0-9_-]{43})\\.([0-9]{1,12})\\.([A-Za-z0-9_-]{0,2000})");

  private static final int SECRET_BYTES = 32;
  private static final int NAME_CHARS = 12;

  private final byte[] secret;
  private final Instant begun;
  private final String target;

  private BegunLogin(byte[] secret, Instant begun, String target) {
    this.secret = secret;
    this.begun = begun;
    this.target = target;
  }

  /** A new one, that leads to a target; empty for the app's first page. */
  public static BegunLogin to(String target, Instant now) {
    var secret = SecretBytes.random(SECRET_BYTES);
    return new BegunLogin(secret, Instant.ofEpochSecond(now.getEpochSecond()), target);
  }

  /** The one that a browser comes back with, if it has begun it, however long ago. */
  public static Optional<BegunLogin> of(Request request, String state) {
    if (!STATE.matcher(state).matches()) return Optional.empty();
    var sent = RequestCookies.of(request.headers()).all(name(state));
    return sent.size() == 1
        ? parsed(sent.getFirst()).filter(it -> SecretBytes.isSame(it.state(), state))
        : Optional.empty();
  }

  private static Optional<BegunLogin> parsed(String value) {
    var parts = VALUE.matcher(value);
    if (!parts.matches()) return Optional.empty();
    try {
      var target = new String(Base64.getUrlDecoder().decode(parts.group(3)), UTF_8);
      var begun = Instant.ofEpochSecond(Long.parseLong(parts.group(2)));
      return Optional.of(
          new BegunLogin(Base64.getUrlDecoder().decode(parts.group(1)), begun, target));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** What has a browser forget the oldest of those that it has begun, where they are many. */
  public static List<SetCookie> surplus(Request request) {
    var names = RequestCookies.of(request.headers()).names(COOKIE);
    var count = Math.max(0, names.size() - OTHERS_MAX);
    return names.stream().limit(count).filter(BegunLogin::isName).map(SetCookie::forget).toList();
  }

  private static boolean isName(String name) {
    return name.matches("[A-Za-z0-9_-]+");
  }

  private static String name(String state) {
    return COOKIE + state.substring(0, NAME_CHARS);
  }

  /** The cookie that the browser is to keep for a time. */
  public SetCookie cookie(Duration time) {
    var value =
        SecretBytes.text(secret)
            + "."
            + begun.getEpochSecond()
            + "."
            + SecretBytes.text(target.getBytes(UTF_8));
    return SetCookie.of(name(state()), value).maxAge(time);
  }

  /** What has the browser forget it. */
  public SetCookie gone() {
    return SetCookie.forget(name(state()));
  }

  public boolean isOver(Instant now, Duration time) {
    return !now.isBefore(begun.plus(time));
  }

  public String target() {
    return target;
  }

  /** What comes back with the answer (RFC 6749, 10.12). */
  String state() {
    return made("state");
  }

  /** What the ID token must have in it (OpenID Connect Core 1.0, 3.1.2.1). */
  String nonce() {
    return made("nonce");
  }

  /** What goes with the code, of which the issuer knows the {@link #challenge} (RFC 7636, 4.1). */
  String verifier() {
    return made("verifier");
  }

  /** The SHA-256 of the verifier (RFC 7636, 4.2). */
  String challenge() {
    return SecretBytes.text(SecretBytes.sha256(verifier().getBytes(UTF_8)));
  }

  private String made(String what) {
    var all = what + "\n" + begun.getEpochSecond() + "\n" + target;
    return SecretBytes.text(SecretBytes.hmac(secret, all.getBytes(UTF_8)));
  }

  @Override
  public String toString() {
    return "BegunLogin[" + begun + "]";
  }
}
