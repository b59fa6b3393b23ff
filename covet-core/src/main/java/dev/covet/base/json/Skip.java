package dev.covet.base.json;

/** Goes over a value that nobody wants, and refuses it where it is no JSON. Not thread-safe. */
final class Skip {
  private final byte[] bytes;
  private final JsonLimits limits;
  private int values;

  /**
   * Skips in some bytes.
   *
   * @param values number of values before
   */
  Skip(byte[] bytes, JsonLimits limits, int values) {
    this.bytes = bytes;
    this.limits = limits;
    this.values = values;
  }

  /** Number of values so far, those in the skipped one included. */
  int values() {
    return values;
  }

  /**
   * Behind a value.
   *
   * @param at where it starts
   * @param depth arrays and objects around it
   */
  int value(int at, int depth) {
    return switch (at < bytes.length ? bytes[at] : 0) {
      case '{' -> object(at + 1, deeper(at, depth));
      case '[' -> array(at + 1, deeper(at, depth));
      case '"' -> string(at);
      case 't' -> Scan.literal(bytes, at, "true");
      case 'f' -> Scan.literal(bytes, at, "false");
      case 'n' -> Scan.literal(bytes, at, "null");
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> Scan.numberEnd(bytes, at);
      default -> throw MalformedJson.expected("a value", at);
    };
  }

  private int deeper(int at, int depth) {
    limits.checkDepth(depth + 1, at);
    return depth + 1;
  }

  private int object(int from, int depth) {
    int at = Scan.space(bytes, from);
    if (is(at, '}')) {
      return at + 1;
    }
    while (true) {
      expect(at, '"', "a name");
      at = Scan.space(bytes, name(at));
      expect(at, ':', "':'");
      at = member(at + 1, depth);
      if (is(at, '}')) {
        return at + 1;
      }
      expect(at, ',', "',' or '}'");
      at = Scan.space(bytes, at + 1);
    }
  }

  private int array(int from, int depth) {
    int at = Scan.space(bytes, from);
    if (is(at, ']')) {
      return at + 1;
    }
    while (true) {
      at = member(at, depth);
      if (is(at, ']')) {
        return at + 1;
      }
      expect(at, ',', "',' or ']'");
      at++;
    }
  }

  private int member(int from, int depth) {
    int at = Scan.space(bytes, from);
    limits.checkValues(++values, at);
    return Scan.space(bytes, value(at, depth));
  }

  private int string(int at) {
    int end = Scan.stringEnd(bytes, at + 1);
    limits.checkString(end - at - 1, at);
    return end + 1;
  }

  private int name(int at) {
    int end = Scan.stringEnd(bytes, at + 1);
    limits.checkName(end - at - 1, at);
    return end + 1;
  }

  private boolean is(int at, char c) {
    return at < bytes.length && bytes[at] == c;
  }

  private void expect(int at, char c, String what) {
    if (!is(at, c)) {
      throw MalformedJson.expected(what, at);
    }
  }
}
