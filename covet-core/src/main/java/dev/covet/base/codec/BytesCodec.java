package dev.covet.base.codec;

import dev.covet.base.json.Codec;
import dev.covet.base.json.JsonReader;
import dev.covet.base.json.JsonWriter;
import dev.covet.schema.Kind;
import dev.covet.schema.Schema;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Bytes as a string of base64 (RFC 4648, 4). */
record BytesCodec() implements Codec<byte[]> {
  @Override
  public byte @Nullable [] read(JsonReader in) {
    return in.readText(BytesCodec::bytes, "must be base64 (RFC 4648)");
  }

  @Override
  public void write(JsonWriter out, byte[] value) {
    out.write(of(value));
  }

  @Override
  public Schema schema() {
    return Schema.of(Kind.BYTES);
  }

  private static String of(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** The bytes of a text as it is written here, padding included; null if it is none. */
  private static byte @Nullable [] bytes(String text) {
    if (text.length() % 4 != 0) return null;
    try {
      var bytes = Base64.getDecoder().decode(text);
      return endsAlike(bytes, text) ? bytes : null;
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  /** Whether no bits of the last characters were dropped. */
  private static boolean endsAlike(byte[] bytes, String text) {
    var last = bytes.length - (bytes.length - 1) % 3 - 1;
    return bytes.length == 0 || text.endsWith(of(Arrays.copyOfRange(bytes, last, bytes.length)));
  }
}
