package dev.covet.web.bind;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.covet.base.json.Codec;
import dev.covet.base.json.JsonWriter;
import dev.covet.schema.BodySchema;
import dev.covet.web.http.Content;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;

/**
 * Writes the values of a stream as they come, each only when the client has room for it. The first
 * is made before anything is sent, so that what goes wrong until then is an error response; what
 * goes wrong later ends the connection, so that no client takes a part for the whole. Used by one
 * thread.
 */
final class ValueStream<T> implements Content.Writer {
  private static final int VALUE_BYTES = 512;

  private final Codec<T> codec;
  private final Framing framing;
  private final ObjLongConsumer<T> check;
  private final Iterator<? extends T> values;
  private final JsonWriter json = new JsonWriter(VALUE_BYTES);
  private final byte[] before;
  private final byte[] behind;
  private long made;

  /** What stands around values and between them. */
  enum Framing {
    /** A JSON array. */
    ARRAY("[", ",", "", "]"),
    /** JSON Lines: each value is a line, whole as soon as it is there. */
    LINES("", "", "\n", "");

    private final String start;
    private final String before;
    private final String behind;
    private final String end;

    /**
     * A framing.
     *
     * @param before what stands before each value but the first
     * @param behind what stands behind each
     */
    Framing(String start, String before, String behind, String end) {
      this.start = start;
      this.before = before;
      this.behind = behind;
      this.end = end;
    }

    /** That of a media type, without regard to its parameters. */
    static Framing of(String mediaType) {
      return BodySchema.isLines(mediaType.split(";", -1)[0].strip()) ? LINES : ARRAY;
    }
  }

  /**
   * Makes the first value.
   *
   * @param check throws if a value breaks its constraints; it also gets the number of the value,
   *     from 0
   */
  ValueStream(
      Framing framing, Codec<T> codec, ObjLongConsumer<T> check, Stream<? extends T> values) {
    this.framing = framing;
    this.codec = codec;
    this.check = check;
    this.values = values.iterator();
    this.before = framing.before.getBytes(US_ASCII);
    this.behind = framing.behind.getBytes(US_ASCII);
    make();
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    out.write(framing.start.getBytes(US_ASCII));
    for (var more = made > 0; more; more = make()) {
      if (made > 1) out.write(before);
      out.write(json.toBytes());
      out.write(behind);
    }
    out.write(framing.end.getBytes(US_ASCII));
  }

  /** Makes the next value; false if there is none. */
  private boolean make() {
    if (!values.hasNext()) return false;
    T value = Objects.requireNonNull(values.next(), "the stream of the handler holds null");
    check.accept(value, made);
    json.clear();
    try {
      codec.write(json, value);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("value " + made + " of the stream cannot be written", e);
    }
    made++;
    return true;
  }
}
