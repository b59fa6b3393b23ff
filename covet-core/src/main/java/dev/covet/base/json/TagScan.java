package dev.covet.base.json;

import org.jspecify.annotations.Nullable;

/**
 * Looks for the tag of an object before its other members are read, wherever it stands among them.
 * What is gone over on the way counts as values of its own, so that tags that always stand last, in
 * objects within objects, do not make a text of the allowed size take many times as long. Not
 * thread-safe.
 */
final class TagScan {
  /** Nothing has the discriminator's name. */
  static final int MISSING = -1;

  /** What has it is null. */
  static final int NULL = -2;

  /** What has it is no tag. */
  static final int UNKNOWN = -3;

  private final byte[] bytes;
  private final JsonLimits limits;
  private final Tags tags;

  /** Values that were gone over so far. */
  int values;

  /** Where the name of the discriminator stands, its quote. */
  int name;

  /** Behind the tag. */
  int end;

  /**
   * Looks in some bytes.
   *
   * @param values that were gone over before, for other tags
   */
  TagScan(byte[] bytes, JsonLimits limits, Tags tags, int values) {
    this.bytes = bytes;
    this.limits = limits;
    this.tags = tags;
    this.values = values;
  }

  /**
   * The position of the tag, else what is wrong with it.
   *
   * @param from behind the brace that opens the object
   * @param depth of the object's members
   */
  int find(int from, int depth) {
    int at = Scan.space(bytes, from);
    while (at < bytes.length && bytes[at] != '}') {
      Scan.expect(bytes, at, '"', "a name");
      int nameEnd = Scan.stringEnd(bytes, at + 1);
      limits.checkName(nameEnd - at - 1, at);
      int colon = Scan.space(bytes, nameEnd + 1);
      Scan.expect(bytes, colon, ':', "':'");
      int value = Scan.space(bytes, colon + 1);
      if (tags.name().equals(Texts.decode(bytes, at + 1, nameEnd))) {
        name = at;
        return tag(value);
      }
      at = behind(value, depth);
    }
    return MISSING;
  }

  private int tag(int at) {
    if (Scan.is(bytes, at, 'n')) return NULL;
    var text = Scan.is(bytes, at, '"') ? text(at) : null;
    int tag = text == null ? -1 : tags.find(text);
    return tag < 0 ? UNKNOWN : tag;
  }

  private @Nullable String text(int at) {
    int close = Scan.stringEnd(bytes, at + 1);
    limits.checkString(close - at - 1, at);
    end = close + 1;
    return Texts.decode(bytes, at + 1, close);
  }

  /** The next name, or the end of the object. */
  private int behind(int value, int depth) {
    limits.checkValues(++values, value);
    var skip = new Skip(bytes, limits, values, null);
    int at = Scan.space(bytes, skip.value(value, depth));
    values = skip.values;
    if (Scan.is(bytes, at, '}')) return at;
    Scan.expect(bytes, at, ',', "',' or '}'");
    int next = Scan.space(bytes, at + 1);
    Scan.expect(bytes, next, '"', "a name");
    return next;
  }
}
