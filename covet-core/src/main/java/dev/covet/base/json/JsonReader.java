package dev.covet.base.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.covet.base.problem.CodePoints;
import dev.covet.base.problem.Place;
import dev.covet.base.problem.Problems;
import dev.covet.schema.ScalarText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON text, strictly, and goes on after a problem. Not thread-safe.
 *
 * <p>A value of a wrong type is a problem at its place: it is skipped, what is returned for it
 * means nothing, and {@link #valid} is false until the next value. Bytes that are no JSON, and more
 * JSON than the limits allow, throw {@link MalformedJson}. As a {@link Place}, the reader is where
 * the value stands that was read last.
 *
 * <p>One idea: a position in bytes, and every step that a codec can take from it.
 */
public final class JsonReader implements Place {
  /** What {@link #nextKey} gives behind the last member. */
  public static final int END = -1;

  private static final Tags NO_TAGS = Tags.of("");

  private final byte[] bytes;
  private final JsonLimits limits;
  private final Problems problems;
  private final String source;
  private Frame frame = new Frame(null);
  private int at;
  private int depth;
  private int values = 1;
  private boolean valid = true;

  /** Values that were gone over to find tags. */
  private int scanned;

  /** Where the object begins whose tag was found: its record is read next. */
  private int tagged = -1;

  private Tags tags = NO_TAGS;
  private int tagName;
  private int tagEnd;

  private final SimpleNumber number = new SimpleNumber();
  private int numberStart;

  /**
   * Reads from bytes, which are not to be changed meanwhile.
   *
   * @param problems where problems go
   * @param source first element of their locations, such as {@code body}
   */
  public JsonReader(byte[] bytes, JsonLimits limits, Problems problems, String source) {
    this.bytes = bytes;
    this.limits = limits;
    this.problems = problems;
    this.source = source;
    this.at = Scan.space(bytes, Scan.start(bytes));
  }

  /** Whether the value that was read last has no problem, so that it may be used and checked. */
  public boolean valid() {
    return valid;
  }

  /**
   * Makes sure that nothing but white space follows.
   *
   * @throws MalformedJson if something does
   */
  public void end() {
    at = Scan.space(bytes, at);
    if (at < bytes.length) throw MalformedJson.expected("the end", at);
  }

  /** Begins an object with these keys; false, with a problem, if something else stands here. */
  public boolean beginObject(Keys keys) {
    if (token() != '{') return wrong("must be an object");
    int start = at;
    enter(keys);
    if (start == tagged) passTag();
    return true;
  }

  /** The tag of the object that was entered is no field of its record. */
  private void passTag() {
    frame.tags = tags;
    frame.tagName = tagName;
    if (Scan.space(bytes, at) == tagName) {
      at = tagEnd;
      frame.first = false;
      countValue();
    }
  }

  /**
   * Finds out which record of a sealed type the object that comes next is: it is read by that
   * record's codec then, from its beginning. The tag may stand anywhere in it.
   *
   * @return the position of its tag; -1, with a problem and behind the value, if it has none
   */
  public int readTag(Tags some) {
    if (token() != '{') {
      wrong("must be an object");
      return -1;
    }
    tags = some;
    tagName = Scan.space(bytes, at + 1);
    int value = some.value(bytes, tagName);
    int tag = value < 0 ? -1 : some.at(bytes, value);
    if (tag < 0) return farTag(some);
    tagEnd = value + some.quotedLength(tag);
    tagged = at;
    return tag;
  }

  private int farTag(Tags some) {
    limits.checkDepth(depth + 1, at);
    var scan = new TagScan(bytes, limits, some, scanned);
    int tag = scan.find(at + 1, depth + 1);
    scanned = scan.values;
    if (tag < 0) {
      noTag(some, tag);
      return -1;
    }
    tagName = scan.name;
    tagEnd = scan.end;
    tagged = at;
    return tag;
  }

  private void noTag(Tags some, int what) {
    skip();
    var place = field(some.name());
    switch (what) {
      case TagScan.MISSING -> place.problem("missing", "is required, and " + some.reason());
      case TagScan.NULL -> place.problem("null", "must not be null");
      default -> place.problem("type", some.reason());
    }
    valid = false;
  }

  /** Begins an object of any names; false, with a problem, if something else stands here. */
  public boolean beginObject() {
    if (token() != '{') return wrong("must be an object");
    enter(null);
    return true;
  }

  /** Begins an object or array; without keys, {@link #nextName} goes over its members. */
  private void enter(@Nullable Keys keys) {
    limits.checkDepth(++depth, at);
    at++;
    frame = frame.enter(keys, problems.count());
  }

  /** The key of the next member, whose value is to be read; {@link #END} behind the last one. */
  public int nextKey() {
    var here = frame;
    var keys = here.keys;
    while (keys != null && nextMember(here)) {
      int key = keys.next(bytes, at, here.index);
      if (key >= 0) {
        at += keys.quotedLength(key);
        colon();
      } else {
        key = otherKey(here, keys);
      }
      if (key >= 0 && isFirst(here, key)) return key;
    }
    return END;
  }

  private boolean isFirst(Frame here, int key) {
    here.index = key;
    if (!here.markSeen(key)) return true;
    problem("duplicate", "must be given only once");
    skip();
    return false;
  }

  /** Goes to the name of the next member; false, behind the object, if there is none. */
  private boolean nextMember(Frame here) {
    int c = token();
    if (!here.first && c == ',') {
      at++;
      if (token() != '"') throw MalformedJson.expected("a name", at);
      return countValue();
    }
    if (here.first && c == '"') {
      here.first = false;
      return countValue();
    }
    return leaveAt('}', c);
  }

  private boolean leaveAt(char closing, int c) {
    if (c != closing) throw MalformedJson.expected("',' or '" + closing + "'", at);
    at++;
    return false;
  }

  private boolean countValue() {
    limits.checkValues(++values, at);
    return true;
  }

  private void colon() {
    if (at < bytes.length && bytes[at] == ':') {
      at++;
      return;
    }
    if (token() != ':') throw MalformedJson.expected("':'", at);
    at++;
  }

  /** A key out of order; one that is unknown is done with when this returns -1. */
  private int otherKey(Frame here, Keys keys) {
    int start = at;
    var name = name();
    var known = here.tags;
    if (known != null && known.name().equals(name)) {
      otherTag(here, known.name(), start);
      return -1;
    }
    int key = keys.find(name);
    if (key < 0) skipUnknown(here, name, keys.isStrict());
    return key;
  }

  private void skipUnknown(Frame here, @Nullable String name, boolean isStrict) {
    here.name = shown(name);
    if (isStrict) {
      problem("unknown", "is not a known field");
    } else if (name == null) {
      problem("bad_text", Texts.BAD);
    }
    skip(isStrict ? null : this);
    here.name = null;
  }

  /** A client's name as locations show it. */
  private static String shown(@Nullable String name) {
    return name == null ? "?" : CodePoints.shownName(name);
  }

  /** The tag, which is known by now, or a second one. */
  private void otherTag(Frame here, String name, int start) {
    if (start != here.tagName) {
      here.name = name;
      problem("duplicate", "must be given only once");
      here.name = null;
    }
    skip();
  }

  /** Reads a name and its colon; null if it holds half a surrogate pair. */
  private @Nullable String name() {
    int start = at + 1;
    int plainEnd = Scan.plainEnd(bytes, start);
    int end = Scan.stringEnd(bytes, plainEnd);
    limits.checkName(end - start, at);
    at = end + 1;
    colon();
    return plainEnd == end
        ? new String(bytes, start, end - start, ISO_8859_1)
        : Texts.decode(bytes, start, end);
  }

  /** Ends an object; whether everything in it was right and all required keys were there. */
  public boolean endObject() {
    var here = frame;
    var keys = here.keys;
    for (int word = 0; keys != null && word * 64 < keys.size(); word++) {
      long missing = keys.required(word) & ~here.seen(word);
      for (; missing != 0; missing &= missing - 1) {
        here.index = word * 64 + Long.numberOfTrailingZeros(missing);
        problem("missing", "is required");
      }
    }
    return leave(here);
  }

  private boolean leave(Frame here) {
    frame = Objects.requireNonNull(here.parent);
    depth--;
    valid = problems.count() == here.problems;
    return valid;
  }

  /** The name of the next member, cut in locations; null behind the last one. */
  public @Nullable String nextName() {
    var here = frame;
    if (!nextMember(here)) {
      here.name = null;
      return null;
    }
    var name = name();
    here.name = shown(name);
    if (name == null) {
      problem("bad_text", Texts.BAD);
      return here.name;
    }
    return name;
  }

  /** Begins an array; false, with a problem, if something else stands here. */
  public boolean beginArray() {
    if (token() != '[') return wrong("must be an array");
    enter(null);
    return true;
  }

  /** Goes to the next element, which is to be read; false behind the last one. */
  public boolean nextElement() {
    var here = frame;
    int c = token();
    if (here.first ? c == ']' : c != ',') {
      here.index = Frame.NOTHING_YET;
      return leaveAt(']', c);
    }
    at += here.first ? 0 : 1;
    here.first = false;
    here.index++;
    return countValue();
  }

  /** Ends an array; whether everything in it was right. */
  public boolean endArray() {
    return leave(frame);
  }

  /** Whether {@code null} stands here, which is then behind us. */
  public boolean readNull() {
    if (token() != 'n') return false;
    at = Scan.literal(bytes, at, "null");
    valid = true;
    return true;
  }

  /** Reads {@code true} or {@code false}. */
  public boolean readBoolean() {
    int c = token();
    if (c != 't' && c != 'f') return wrong("must be true or false");
    at = Scan.literal(bytes, at, c == 't' ? "true" : "false");
    valid = true;
    return c == 't';
  }

  /** Reads a string; a problem {@code bad_text} if it holds half a surrogate pair. */
  public @Nullable String readString() {
    if (token() != '"') {
      wrong("must be a string");
      return null;
    }
    int start = at + 1;
    int end = Scan.plainEnd(bytes, start);
    if (end < bytes.length && bytes[end] == '"' && end - start <= limits.stringBytesMax()) {
      at = end + 1;
      valid = true;
      return new String(bytes, start, end - start, ISO_8859_1);
    }
    return otherString(start, end);
  }

  private @Nullable String otherString(int start, int plainEnd) {
    int end = Scan.stringEnd(bytes, plainEnd);
    limits.checkString(end - start, at);
    at = end + 1;
    valid = true;
    var text = Texts.decode(bytes, start, end);
    if (text == null) problem("bad_text", Texts.BAD);
    return text;
  }

  /** Reads a string that stands for something else, such as a date. */
  public <T> @Nullable T readText(ScalarText<T> kind) {
    var text = readString();
    var value = text == null ? null : kind.parse(text);
    if (text != null && value == null) problem("type", "must be " + kind.words());
    return value;
  }

  /** The same: null, with a problem of this reason, if the string stands for nothing. */
  public <T> @Nullable T readText(Function<String, @Nullable T> parse, String reason) {
    var text = readString();
    var value = text == null ? null : parse.apply(text);
    if (text != null && value == null) problem("type", reason);
    return value;
  }

  /** Reads a whole number of 32 bits; {@code 1.0} and {@code 1e2} are such, too. */
  public int readInt() {
    if (isSimpleNumber() && number.scale == 0 && number.digits == (int) number.digits) {
      return (int) number.digits;
    }
    var text = numberText("must be a whole number");
    return text == null ? 0 : Numbers.toInt(this, text);
  }

  /** Reads a whole number of 64 bits. */
  public long readLong() {
    if (isSimpleNumber() && number.scale == 0) return number.digits;
    var text = numberText("must be a whole number");
    return text == null ? 0 : Numbers.toLong(this, text);
  }

  /** Reads a whole number of 16 bits. */
  public short readShort() {
    return (short) readWithin(Short.MIN_VALUE, Short.MAX_VALUE);
  }

  /** Reads a whole number of 8 bits. */
  public byte readByte() {
    return (byte) readWithin(Byte.MIN_VALUE, Byte.MAX_VALUE);
  }

  /** Reads a whole number between two. */
  public int readWithin(int min, int max) {
    if (isSimpleNumber() && number.scale == 0 && number.digits >= min && number.digits <= max) {
      return (int) number.digits;
    }
    var text = numberText("must be a whole number");
    return text == null ? Math.max(0, min) : (int) Numbers.toWhole(this, text, min, max);
  }

  /** Reads a whole number of any size within the limits. */
  public @Nullable BigInteger readBigInteger() {
    if (isSimpleNumber() && number.scale == 0) return BigInteger.valueOf(number.digits);
    var text = numberText("must be a whole number");
    return text == null ? null : Numbers.toBigInteger(this, text, limits.numberCharsMax());
  }

  /** Reads a string of one character. */
  public char readChar() {
    var value = readText(ScalarText.CHAR);
    return value == null ? 0 : value;
  }

  /** Reads the float that is nearest to a number. */
  public float readFloat() {
    startNumber();
    var text = numberText("must be a number");
    return text == null ? 0 : Numbers.toFloat(this, text);
  }

  /** Reads the double that is nearest to a number. */
  public double readDouble() {
    if (isSimpleNumber() && number.isExactDouble()) return number.toDouble();
    var text = numberText("must be a number");
    return text == null ? 0 : Numbers.toDouble(this, text);
  }

  /** Reads a number with all its digits. */
  public @Nullable BigDecimal readDecimal() {
    if (isSimpleNumber()) return BigDecimal.valueOf(number.digits, number.scale);
    var text = numberText("must be a number");
    return text == null ? null : new BigDecimal(text);
  }

  private void startNumber() {
    token();
    numberStart = at;
  }

  /** Reads a number that is short and has no exponent; else it is for {@link #numberText}. */
  private boolean isSimpleNumber() {
    startNumber();
    int end = number.read(bytes, at);
    if (end < 0) return false;
    at = end;
    valid = true;
    return true;
  }

  /** The characters of a number, or null with a problem. */
  private @Nullable String numberText(String reason) {
    at = numberStart;
    int c = token();
    if (c != '-' && (c < '0' || c > '9')) {
      wrong(reason);
      return null;
    }
    var span = new Numbers.Span(at, Scan.numberEnd(bytes, at));
    at = span.end();
    valid = true;
    return Numbers.text(this, bytes, span, limits);
  }

  /** Goes over the value that stands here, whatever it is. */
  public void skip() {
    skip(null);
  }

  private void skip(@Nullable Place told) {
    token();
    var skip = new Skip(bytes, limits, values, told);
    at = skip.value(at, depth);
    values = skip.values;
  }

  /** The first byte of the next token, at which the reader then is; 0 at the end. */
  public int token() {
    if (at < bytes.length && bytes[at] > ' ') return bytes[at];
    at = Scan.space(bytes, at);
    return at < bytes.length ? bytes[at] : 0;
  }

  /** Skips a value of a wrong type; always false. */
  private boolean wrong(String reason) {
    var isNull = token() == 'n';
    skip();
    problem(isNull ? "null" : "type", isNull ? "must not be null" : reason);
    return false;
  }

  @Override
  public void problem(String code, String reason) {
    valid = false;
    problems.add(() -> frame.location(source), code, reason);
  }

  @Override
  public Place field(String name) {
    return problems.at(frame.location(source)).field(name);
  }

  @Override
  public Place index(int index) {
    return problems.at(frame.location(source)).index(index);
  }

  @Override
  public int problemCount() {
    return problems.count();
  }

  @Override
  public int patternStepsMax() {
    return problems.limits().patternStepsMax();
  }

  @Override
  public @Nullable Instant now() {
    return problems.now();
  }
}
