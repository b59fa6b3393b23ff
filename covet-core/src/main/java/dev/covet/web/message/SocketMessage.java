package dev.covet.web.message;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A message of a WebSocket as it is on the wire; whoever gives its bytes does not change them any
 * more. Safe for use by many threads: one is sent to many.
 */
public final class SocketMessage {
  private final boolean isText;
  private final byte[] bytes;

  /** The same deflated, once that was asked for; two threads may both do it. */
  private volatile byte @Nullable [] deflated;

  private SocketMessage(boolean isText, byte[] bytes) {
    this.isText = isText;
    this.bytes = bytes;
  }

  /** A text, as UTF-8 which it is. */
  public static SocketMessage text(byte[] utf8) {
    return new SocketMessage(true, utf8);
  }

  /** A text. */
  public static SocketMessage text(String text) {
    return text(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Bytes. */
  public static SocketMessage binary(byte[] bytes) {
    return new SocketMessage(false, bytes);
  }

  /** Whether it is a text. */
  public boolean isText() {
    return isText;
  }

  /** The bytes themselves, not a copy; UTF-8 if it is a text. */
  public byte[] bytes() {
    return bytes;
  }

  /** The bytes as a text. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The bytes as permessage-deflate sends them. */
  public byte[] deflated() {
    var known = deflated;
    if (known != null) return known;
    var made = PerMessageDeflate.deflate(bytes);
    deflated = made;
    return made;
  }
}
