package dev.covet.base.json;

import dev.covet.schema.Kind;
import dev.covet.schema.Schema;
import org.jspecify.annotations.Nullable;

/** Bytes as a string of base64. */
record BytesCodec() implements Codec<byte[]> {
  @Override
  public byte @Nullable [] read(JsonReader in) {
    return Codecs.readText(in, Base64Text::bytes, "must be base64 (RFC 4648)");
  }

  @Override
  public void write(JsonWriter out, byte[] value) {
    out.write(Base64Text.of(value));
  }

  @Override
  public Schema schema() {
    return Schema.of(Kind.BYTES);
  }
}
