package dev.covet.security.hash;

/** A way to hash passwords, slow on purpose. Thread-safe. */
public sealed interface HashMethod permits Bcrypt, Argon2 {
  /** A hash with a salt of its own; the text says how it was made. */
  String hash(byte[] password);

  /** Whether a password is that of a hash which was made this way, with whatever parameters. */
  boolean matches(byte[] password, String hash);

  /** Whether a hash was made this way, with whatever parameters. */
  boolean made(String hash);

  /** Whether a hash was made this way, with the parameters of now. */
  boolean isCurrent(String hash);

  /** A hash of no password: comparing with it takes as long as with one that was made now. */
  String ofNobody();

  /** A hash of no password, that takes as long as one which was made this way. */
  String ofNobodyLike(String hash);
}
