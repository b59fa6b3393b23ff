package dev.covet.security;

import dev.covet.security.hash.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * A refresh token, or the id of a session: 48 random bytes, of which the first 16 find the sign-in
 * and the other 32 prove it. Stored are hashes of both. Immutable.
 */
final class SignInKey {
  private static final int FINDS_BYTES = 16;
  private static final int PROVES_BYTES = 32;
  private static final int CHARS = (FINDS_BYTES + PROVES_BYTES) / 3 * 4;

  private final byte[] finds;
  private final byte[] proves;

  private SignInKey(byte[] finds, byte[] proves) {
    this.finds = finds;
    this.proves = proves;
  }

  /** A new one, of a sign-in of its own. */
  static SignInKey random() {
    return new SignInKey(SecretBytes.random(FINDS_BYTES), SecretBytes.random(PROVES_BYTES));
  }

  /** A new one of the same sign-in. */
  SignInKey next() {
    return new SignInKey(finds, SecretBytes.random(PROVES_BYTES));
  }

  /** The one that a client sends, if it has the form of one. */
  static Optional<SignInKey> parse(String text) {
    if (text.length() != CHARS) return Optional.empty();
    try {
      var all = Base64.getUrlDecoder().decode(text.getBytes(StandardCharsets.ISO_8859_1));
      return Optional.of(
          new SignInKey(
              Arrays.copyOf(all, FINDS_BYTES), Arrays.copyOfRange(all, FINDS_BYTES, all.length)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** What the client is given. */
  String text() {
    var all = Arrays.copyOf(finds, FINDS_BYTES + PROVES_BYTES);
    System.arraycopy(proves, 0, all, FINDS_BYTES, PROVES_BYTES);
    return SecretBytes.text(all);
  }

  /**
   * The id of the sign-in, which tells nothing of the token.
   *
   * @param kind what it is a token of, so that what one of them finds no other does
   */
  String id(String kind) {
    var hash = SecretBytes.sha256(kind.getBytes(StandardCharsets.UTF_8), finds);
    return SecretBytes.text(Arrays.copyOf(hash, FINDS_BYTES));
  }

  /** What is stored to know the token by. */
  String hash() {
    return SecretBytes.text(SecretBytes.sha256(proves));
  }

  @Override
  public String toString() {
    return "SignInKey[***]";
  }
}
