package dev.covet.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.covet.api.Provides;
import dev.covet.api.Secret;
import dev.covet.api.Settings;
import dev.covet.security.hash.SecretBytes;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Makes and knows the values of devices: 16 random bytes, and behind them a code that only who has
 * the key can make of them and of the account. Nothing is stored. Thread-safe.
 */
@Provides
final class DeviceKey {
  private static final int RANDOM_BYTES = 16;
  private static final int KEY_BYTES = 32;
  private static final int CHARS = (RANDOM_BYTES + KEY_BYTES) / 3 * 4;

  private final byte[] key;

  /**
   * What it is made of.
   *
   * @param jwtSecret is there to last; without it the key is another one at each start, and devices
   *     are known until then
   */
  @Settings
  record Of(@Nullable Secret jwtSecret) {}

  DeviceKey(Of settings) {
    var secret = settings.jwtSecret();
    this.key =
        secret == null || secret.isEmpty()
            ? SecretBytes.random(KEY_BYTES)
            : SecretBytes.hmac(secret.value().getBytes(UTF_8), "device".getBytes(UTF_8));
  }

  /** A value for a device that has signed in to an account. */
  String of(String account) {
    return text(SecretBytes.random(RANDOM_BYTES), account);
  }

  private String text(byte[] device, String account) {
    var all = Arrays.copyOf(device, RANDOM_BYTES + KEY_BYTES);
    var code = SecretBytes.hmac(key, device, LoginAttempts.normal(account).getBytes(UTF_8));
    System.arraycopy(code, 0, all, RANDOM_BYTES, KEY_BYTES);
    return SecretBytes.text(all);
  }

  /** Whether a value was made for a device of an account. */
  boolean fits(String text, String account) {
    if (text.length() != CHARS) return false;
    try {
      var device = Arrays.copyOf(Base64.getUrlDecoder().decode(text), RANDOM_BYTES);
      return SecretBytes.isSame(text(device, account), text);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
