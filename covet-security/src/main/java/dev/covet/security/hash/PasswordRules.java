package dev.covet.security.hash;

import dev.covet.api.Invalid;
import dev.covet.api.Secret;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** Which passwords may be set, and what of one is hashed: its NFC in UTF-8, all of it. */
public record PasswordRules(int charsMin, boolean allowsCommon) {
  /**
   * The bytes to hash of a password that somebody sends; empty for one that cannot have been set.
   * One text typed on two keyboards is one password: NFC. Different texts stay different, so never
   * NFKC.
   */
  public static Optional<byte[]> bytes(Secret password) {
    if (isFarTooLong(password)) return Optional.empty();
    var text = normal(password);
    return text.indexOf('\0') >= 0 || isBroken(text)
        ? Optional.empty()
        : Optional.of(text.getBytes(StandardCharsets.UTF_8))
            .filter(bytes -> bytes.length <= Bcrypt.BYTES_MAX);
  }

  /** Then it is not made normal first, which takes time that grows as the square of its length. */
  private static boolean isFarTooLong(Secret password) {
    return password.value().length() > 4 * Bcrypt.BYTES_MAX;
  }

  private static Invalid tooLong(String field, int bytes) {
    return Invalid.at(
        field,
        "too_long",
        "needs at most %s bytes of UTF-8, has %s".formatted(Bcrypt.BYTES_MAX, bytes));
  }

  private static String normal(Secret password) {
    return Normalizer.normalize(password.value(), Normalizer.Form.NFC);
  }

  /** Half of a character is a question mark in UTF-8, as any other half. */
  private static boolean isBroken(String text) {
    return text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }

  /**
   * The bytes to hash of a password that is to be set.
   *
   * @param field where the client has sent it
   * @param owner what else is known of whose it is, such as the e-mail address
   * @throws Invalid if it may not be set
   */
  public byte[] settable(String field, Secret password, String... owner) {
    if (isFarTooLong(password)) {
      throw tooLong(field, password.value().getBytes(StandardCharsets.UTF_8).length);
    }
    var text = normal(password);
    var chars = text.codePointCount(0, text.length());
    if (chars < charsMin) {
      throw Invalid.at(
          field, "too_short", "needs at least %s characters, has %s".formatted(charsMin, chars));
    }
    if (text.indexOf('\0') >= 0 || isBroken(text)) {
      throw Invalid.at(field, "bad_text", "must not contain U+0000 or half of a character");
    }
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > Bcrypt.BYTES_MAX) throw tooLong(field, bytes.length);
    if (!allowsCommon && isEasy(text, owner)) {
      throw Invalid.at(field, "too_common", "is easy to guess; take one that nobody else has");
    }
    return bytes;
  }

  private static boolean isEasy(String text, String... owner) {
    var lower = text.toLowerCase(Locale.ROOT);
    for (var known : owner) {
      if (!known.isBlank() && lower.equals(known.strip().toLowerCase(Locale.ROOT))) return true;
    }
    return CommonPasswords.contain(lower);
  }
}
