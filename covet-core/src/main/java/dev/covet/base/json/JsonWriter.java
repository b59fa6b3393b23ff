package dev.covet.base.json;

import dev.covet.schema.ScalarText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON text. Every value is followed by a comma, which the end of an object or array
 * replaces, so that nobody needs to know what comes first. Not thread-safe.
 *
 * <p>One idea: the bytes so far, and everything that a codec can put behind them.
 */
public final class JsonWriter {
  /** Room that is left for a number, a literal, or a few closing brackets without asking again. */
  private static final int ROOM = 32;

  /** Up to this many characters, one by one is quicker than what the JDK does with all at once. */
  private static final int SHORT_CHARS_MAX = 32;

  private static final byte[] NULL = ascii("null,");
  private static final byte[] TRUE = ascii("true,");
  private static final byte[] FALSE = ascii("false,");

  private byte[] bytes;
  private int length;
  private byte @Nullable [] tag;

  /**
   * A writer with room.
   *
   * @param bytesHint about how many bytes there will be; it grows by need
   */
  public JsonWriter(int bytesHint) {
    this.bytes = new byte[Math.max(bytesHint, ROOM)];
  }

  /** Encodes the name of a member once, for {@link #key}. */
  public static byte[] encodeKey(String name) {
    var out = new JsonWriter(name.length() + ROOM);
    out.name(name);
    return Arrays.copyOf(out.bytes, out.length);
  }

  /** What was written, in an array of its own. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, Math.max(0, length - 1));
  }

  /** Forgets what was written, to write another text. */
  public void clear() {
    length = 0;
    tag = null;
  }

  /** Bytes that are there to be written to. */
  int room() {
    return bytes.length;
  }

  /** Begins an object: then come keys, each with its value. */
  public void beginObject() {
    open((byte) '{');
    if (tag != null) {
      var member = tag;
      tag = null;
      key(member);
    }
  }

  /** Puts a tag first into the object that comes next: that of a record of a sealed type. */
  public void tag(Tags tags, int position) {
    tag = tags.member(position);
  }

  /**
   * Makes sure that an object has taken the tag.
   *
   * @throws IllegalStateException if a codec has written something else
   */
  public void endTag() {
    if (tag != null) {
      tag = null;
      throw new IllegalStateException("A record of a sealed type must be written as an object");
    }
  }

  /** Ends an object. */
  public void endObject() {
    close((byte) '}');
  }

  /** Begins an array: then come values. */
  public void beginArray() {
    open((byte) '[');
  }

  /** Ends an array. */
  public void endArray() {
    close((byte) ']');
  }

  private void open(byte bracket) {
    ensure(1);
    bytes[length++] = bracket;
  }

  private void close(byte bracket) {
    ensure(2);
    if (bytes[length - 1] == ',') length--;
    bytes[length++] = bracket;
    bytes[length++] = ',';
  }

  /** Writes a name that {@link #encodeKey} has encoded; its value comes next. */
  public void key(byte[] encoded) {
    ensure(encoded.length + ROOM);
    Words.copyShort(encoded, bytes, length);
    length += encoded.length;
  }

  /** Writes any name; its value comes next. */
  public void name(String name) {
    write(name);
    bytes[length - 1] = ':';
  }

  /** Writes {@code null}. */
  public void writeNull() {
    copy(NULL);
  }

  /** Writes {@code true} or {@code false}. */
  public void write(boolean value) {
    copy(value ? TRUE : FALSE);
  }

  /** Writes a whole number. */
  public void write(int value) {
    write((long) value);
  }

  /** Writes a whole number. */
  public void write(long value) {
    ensure(ROOM);
    put(value);
  }

  /** Puts a whole number where there is room. */
  private void put(long value) {
    length = NumberWriter.put(bytes, length, value);
    bytes[length++] = ',';
  }

  /**
   * Writes a number in its shortest form, such as {@code 63.0}.
   *
   * @throws IllegalArgumentException if it is infinite or no number, which JSON cannot say
   */
  public void write(double value) {
    if (!Double.isFinite(value)) throw unwritable("JSON has no number for " + value);
    copy(ascii(Double.toString(value)));
    comma();
  }

  /** Writes a number with all its digits, in exponent form if those are more than 20. */
  public void write(BigDecimal value) {
    ensure(ROOM);
    int end = NumberWriter.put(bytes, length, value);
    if (end >= 0) {
      length = end;
    } else {
      copy(ascii(NumberWriter.text(value)));
    }
    comma();
  }

  /** Writes an identifier. */
  public void write(UUID value) {
    quoted(value.toString());
  }

  /** Writes a day, such as {@code 2026-01-31}. */
  public void write(LocalDate value) {
    if (!ScalarText.DATE.isWritable(value)) {
      throw unwritable("JSON has dates of the years 1 to 9999, not " + value.getYear());
    }
    quoted(value.toString());
  }

  /** Writes a moment in UTC to the millisecond, or microsecond where it has some. */
  public void write(Instant value) {
    if (!ScalarText.INSTANT.isWritable(value)) {
      throw unwritable("JSON has times of the years 1 to 9999, not " + value);
    }
    quoted(ScalarText.INSTANT.text(value));
  }

  /** Writes a float in its shortest form. */
  public void write(float value) {
    if (!Float.isFinite(value)) throw unwritable("JSON has no number for " + value);
    copy(ascii(Float.toString(value)));
    comma();
  }

  /** Writes a whole number with all its digits. */
  public void write(BigInteger value) {
    copy(ascii(value.toString()));
    comma();
  }

  /** Writes a year, as a number. */
  public void write(Year value) {
    if (value.getValue() < Numbers.YEAR_MIN || value.getValue() > Numbers.YEAR_MAX) {
      throw unwritable("JSON has years 1 to 9999, not " + value);
    }
    write(value.getValue());
  }

  /** Writes a value that is a text. */
  public <T> void write(ScalarText<T> kind, T value) {
    if (!kind.isWritable(value)) {
      throw unwritable(value + " is not " + kind.words() + " within the limits of JSON");
    }
    write(kind.text(value));
  }

  /** Writes a value of any type. */
  public <T> void write(Codec<? super T> codec, List<T> values) {
    beginArray();
    if (values instanceof RandomAccess) {
      for (int i = 0, size = values.size(); i < size; i++) codec.write(this, values.get(i));
    } else {
      for (var value : values) codec.write(this, value);
    }
    endArray();
  }

  /**
   * Writes a string.
   *
   * @throws IllegalArgumentException if it holds half a surrogate pair, which UTF-8 cannot say
   */
  public void write(String value) {
    ensure(SHORT_CHARS_MAX + ROOM);
    if (value.length() <= SHORT_CHARS_MAX && Escapes.copyAscii(value, bytes, length + 1)) {
      quote(value.length());
      return;
    }
    var utf8 = value.getBytes(StandardCharsets.UTF_8);
    ensure(utf8.length + ROOM);
    if (Escapes.copyPlain(utf8, bytes, length + 1)) {
      quote(utf8.length);
    } else {
      writeEscaped(utf8, value);
    }
  }

  /** Puts quotes around what stands one byte behind the end. */
  private void quote(int count) {
    bytes[length] = '"';
    length += count + 1;
    bytes[length++] = '"';
    bytes[length++] = ',';
  }

  private void writeEscaped(byte[] utf8, String value) {
    ensure(Math.multiplyExact(utf8.length, Escapes.BYTE_BYTES_MAX) + 3);
    bytes[length] = '"';
    var end = Escapes.put(bytes, length + 1, utf8, value);
    if (end < 0) throw unwritable("JSON has no half surrogate pairs");
    length = end;
    bytes[length++] = '"';
    bytes[length++] = ',';
  }

  private Unwritable unwritable(String message) {
    return Unwritable.behind(bytes, length, message);
  }

  private void quoted(String text) {
    ensure(1);
    bytes[length++] = '"';
    copy(ascii(text));
    bytes[length++] = '"';
    comma();
  }

  /** Copies bytes; leaves room for three more. */
  private void copy(byte[] ascii) {
    ensure(ascii.length + 3);
    Words.copyShort(ascii, bytes, length);
    length += ascii.length;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private void comma() {
    bytes[length++] = ',';
  }

  private void ensure(int more) {
    if (length + more > bytes.length || length + more < 0) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, more), bytes.length * 2));
    }
  }

  /** Writes a member whose name was not encoded before. */
  public void field(String name, String value) {
    name(name);
    write(value);
  }

  /** Writes a member. */
  public void field(byte[] key, boolean value) {
    key(key);
    write(value);
  }

  /** Writes a member. */
  public void field(byte[] key, int value) {
    key(key);
    put(value);
  }

  /** Writes a member. */
  public void field(byte[] key, long value) {
    key(key);
    put(value);
  }

  /** Writes a member. */
  public void field(byte[] key, double value) {
    key(key);
    write(value);
  }

  /** Writes a member, which may be null. */
  public void field(byte[] key, @Nullable Boolean value) {
    key(key);
    if (value == null) {
      writeNull();
    } else {
      write(value);
    }
  }

  /** Writes a member, which may be null. */
  public void field(byte[] key, @Nullable Integer value) {
    key(key);
    if (value == null) {
      writeNull();
    } else {
      write(value);
    }
  }

  /** Writes a member, which may be null. */
  public void field(byte[] key, @Nullable Long value) {
    key(key);
    if (value == null) {
      writeNull();
    } else {
      write(value);
    }
  }

  /** Writes a member, which may be null. */
  public void field(byte[] key, @Nullable Double value) {
    key(key);
    if (value == null) {
      writeNull();
    } else {
      write(value);
    }
  }

  /** Writes a member, which may be null. */
  public void field(byte[] key, @Nullable String value) {
    key(key);
    if (value == null) {
      writeNull();
    } else {
      write(value);
    }
  }

  /** Writes a member, which may be null. */
  public void field(byte[] key, @Nullable BigDecimal value) {
    key(key);
    if (value == null) {
      writeNull();
    } else {
      write(value);
    }
  }

  /** Writes a member, which may be null. */
  public void field(byte[] key, @Nullable UUID value) {
    key(key);
    if (value == null) {
      writeNull();
    } else {
      write(value);
    }
  }

  /** Writes a member, which may be null. */
  public void field(byte[] key, @Nullable LocalDate value) {
    key(key);
    if (value == null) {
      writeNull();
    } else {
      write(value);
    }
  }

  /** Writes a member, which may be null. */
  public void field(byte[] key, @Nullable Instant value) {
    key(key);
    if (value == null) {
      writeNull();
    } else {
      write(value);
    }
  }

  /** Writes a member of any type, which may be null. */
  public <T> void field(byte[] key, Codec<T> codec, @Nullable T value) {
    key(key);
    if (value == null) {
      writeNull();
    } else {
      codec.write(this, value);
    }
  }

  /** Writes a member that is a list, which may be null. */
  public <T> void list(byte[] key, Codec<T> element, @Nullable List<T> values) {
    key(key);
    if (values == null) {
      writeNull();
    } else {
      write(element, values);
    }
  }
}
