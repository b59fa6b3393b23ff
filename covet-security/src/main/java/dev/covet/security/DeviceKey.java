package dev.covet.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.covet.api.Provides;
import dev.covet.api.Secret;
import dev.covet.api.Settings;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes and knows the values of devices: 16 random bytes, and behind them a code that only who has
 * the key can make of them and of the account. Nothing is stored. Thread-safe.
 */
@Provides
final class DeviceKey {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String MAC = "HmacSHA256";
  private static final int RANDOM_BYTES = 16;
  private static final int KEY_BYTES = 32;
  private static final int CHARS = (RANDOM_BYTES + KEY_BYTES) / 3 * 4;

  private final SecretKeySpec key;

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
    var made =
        secret == null || secret.isEmpty()
            ? random(KEY_BYTES)
            : mac(new SecretKeySpec(bytes(secret), MAC), "device");
    this.key = new SecretKeySpec(made, MAC);
  }

  private static byte[] bytes(Secret secret) {
    return secret.value().getBytes(UTF_8);
  }

  private static byte[] random(int count) {
    var bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private static byte[] mac(SecretKeySpec key, String text, byte... first) {
    try {
      var mac = Mac.getInstance(MAC);
      mac.init(key);
      mac.update(first);
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A value for a device that has signed in to an account. */
  String of(String account) {
    return text(random(RANDOM_BYTES), account);
  }

  private String text(byte[] device, String account) {
    var all = Arrays.copyOf(device, RANDOM_BYTES + KEY_BYTES);
    var code = mac(key, LoginAttempts.normal(account), device);
    System.arraycopy(code, 0, all, RANDOM_BYTES, KEY_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  /** Whether a value was made for a device of an account. */
  boolean fits(String text, String account) {
    if (text.length() != CHARS) return false;
    try {
      var device = Arrays.copyOf(Base64.getUrlDecoder().decode(text), RANDOM_BYTES);
      return MessageDigest.isEqual(text(device, account).getBytes(UTF_8), text.getBytes(UTF_8));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
