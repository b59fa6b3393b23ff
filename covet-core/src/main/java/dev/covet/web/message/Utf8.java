package dev.covet.web.message;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Texts of clients in UTF-8 (RFC 3629), in which nothing is made of what is none. */
public final class Utf8 {
  private Utf8() {}

  /** The text; null if it is none. */
  public static @Nullable String of(byte[] bytes) {
    return of(ByteBuffer.wrap(bytes));
  }

  /** The text of what remains of a buffer; null if it is none. */
  static @Nullable String of(ByteBuffer bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException _) {
      return null;
    }
  }
}
