package dev.covet.processor.emit.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short fingerprint of what a class was generated from. */
public final class Hash {
  /** Bytes of a SHA-256 that are kept: enough that two states of one project never meet. */
  private static final int BYTES = 8;

  private Hash() {}

  /** The hash of a plain model: records and lists, whose text is the same on every machine. */
  public static String of(Object model) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256")
              .digest(model.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
