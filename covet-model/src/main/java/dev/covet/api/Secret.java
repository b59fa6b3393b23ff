package dev.covet.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A text that is read and never shown: not written to JSON, logged or echoed.
 *
 * <p>{@link #toString} is always {@code ***}; comparing takes the same time for every content.
 */
public final class Secret {
  /** The secret without a character, which a component holds before it is set. */
  public static final Secret EMPTY = new Secret("");

  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /** The secret with this text. */
  public static Secret of(String value) {
    return value.isEmpty() ? EMPTY : new Secret(value);
  }

  /** The text itself; do not log it. */
  public String value() {
    return value;
  }

  /** Whether there is no character. */
  public boolean isEmpty() {
    return value.isEmpty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Secret secret && MessageDigest.isEqual(bytes(), secret.bytes());
  }

  private byte[] bytes() {
    return value.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "***";
  }
}
