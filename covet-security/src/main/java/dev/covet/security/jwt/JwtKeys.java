package dev.covet.security.jwt;

import com.nimbusds.jose.jwk.OctetSequenceKey;
import dev.covet.api.Secret;
import dev.covet.app.Setup;
import dev.covet.base.config.Reason;
import dev.covet.base.config.Setting;
import dev.covet.security.hash.SecretBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the keys of an app's own tokens in its settings. */
public final class JwtKeys {
  private static final String SECRET = "JWT_SECRET";
  private static final String OLD_SECRET = "JWT_SECRET_OLD";
  private static final String FILE = "JWT_KEYS";
  private static final int ID_BYTES = 6;

  /** Texts of pages on the web that are long enough. */
  private static final Set<String> PUBLISHED =
      Set.of(
          "a-string-secret-at-least-256-bits-long",
          "your-256-bit-secret-your-256-bit-secret",
          "09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7");

  private JwtKeys() {}

  /**
   * The keys of {@code JWT_KEYS}, a file, else {@code JWT_SECRET}. If something is wrong with them,
   * which is a fault of the start, there are none: nothing else is missing then.
   */
  public static KeySource of(Setup setup) {
    var file = setup.config().setting(FILE);
    return file.isGiven() ? file(setup, file) : secret(setup);
  }

  private static KeySource file(Setup setup, Setting file) {
    try {
      return new KeyFile(Path.of(file.asText()), setup.clock());
    } catch (IOException | RuntimeException e) {
      file.problem("invalid", "cannot be used: " + Reason.of(e));
      return new KeySource.Fixed(new TokenKeys("", List.of()));
    }
  }

  private static KeySource secret(Setup setup) {
    var keys = new ArrayList<TokenKey>();
    var now = setup.config().setting(SECRET);
    secret(now).flatMap(JwtKeys::key).ifPresent(keys::add);
    var old = setup.config().setting(OLD_SECRET);
    if (old.isGiven()) secret(old).flatMap(JwtKeys::key).ifPresent(keys::add);
    return new KeySource.Fixed(new TokenKeys("", keys));
  }

  private static Optional<Secret> secret(Setting setting) {
    var secret = setting.asSecret();
    if (!setting.valid()) return Optional.empty();
    var bytes = secret.value().getBytes(StandardCharsets.UTF_8).length;
    if (bytes < TokenKey.HMAC_BYTES_MIN) {
      setting.problem("too_short", "needs at least 32 bytes; openssl rand -base64 48 makes some");
    } else if (PUBLISHED.contains(secret.value()) || isPoor(secret.value())) {
      setting.problem("too_common", "is known or easy to guess; openssl rand -base64 48 makes one");
    }
    return setting.valid() ? Optional.of(secret) : Optional.empty();
  }

  private static boolean isPoor(String secret) {
    return secret.chars().distinct().count() < 8;
  }

  private static Optional<TokenKey> key(Secret secret) {
    var bytes = secret.value().getBytes(StandardCharsets.UTF_8);
    var builder = new OctetSequenceKey.Builder(bytes);
    return TokenKey.of(builder.keyID(id(bytes)).build());
  }

  /** A short name that changes with the secret. */
  private static String id(byte[] secret) {
    var hash = SecretBytes.sha256("kid".getBytes(StandardCharsets.UTF_8), secret);
    return SecretBytes.text(Arrays.copyOf(hash, ID_BYTES));
  }
}
