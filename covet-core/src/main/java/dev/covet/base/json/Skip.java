package dev.covet.base.json;

import dev.covet.base.problem.Place;
import org.jspecify.annotations.Nullable;

/**
 * Goes over a value that nobody wants, and refuses it where it is no JSON. Where it is told, it
 * also refuses numbers and texts that could not be read: half of a surrogate pair is left to no one
 * who reads the same bytes otherwise. Not thread-safe.
 */
final class Skip {
  private final byte[] bytes;
  private final JsonLimits limits;
  private final @Nullable Place told;

  /** Values so far, those in the skipped one included. */
  int values;

  /**
   * Skips in some bytes.
   *
   * @param values number of values before
   * @param told where problems of the value go; null if it is looked at again
   */
  Skip(byte[] bytes, JsonLimits limits, int values, @Nullable Place told) {
    this.bytes = bytes;
    this.limits = limits;
    this.told = told;
    this.values = values;
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
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(at);
      default -> throw MalformedJson.expected("a value", at);
    };
  }

  private int deeper(int at, int depth) {
    limits.checkDepth(depth + 1, at);
    return depth + 1;
  }

  private int object(int from, int depth) {
    int at = Scan.space(bytes, from);
    if (Scan.is(bytes, at, '}')) return at + 1;
    while (true) {
      Scan.expect(bytes, at, '"', "a name");
      at = Scan.space(bytes, name(at));
      Scan.expect(bytes, at, ':', "':'");
      at = member(at + 1, depth);
      if (Scan.is(bytes, at, '}')) return at + 1;
      Scan.expect(bytes, at, ',', "',' or '}'");
      at = Scan.space(bytes, at + 1);
    }
  }

  private int array(int from, int depth) {
    int at = Scan.space(bytes, from);
    if (Scan.is(bytes, at, ']')) return at + 1;
    while (true) {
      at = member(at, depth);
      if (Scan.is(bytes, at, ']')) return at + 1;
      Scan.expect(bytes, at, ',', "',' or ']'");
      at++;
    }
  }

  private int member(int from, int depth) {
    int at = Scan.space(bytes, from);
    limits.checkValues(++values, at);
    return Scan.space(bytes, value(at, depth));
  }

  private int string(int at) {
    int end = stringEnd(at);
    limits.checkString(end - at - 1, at);
    return end + 1;
  }

  private int name(int at) {
    int end = stringEnd(at);
    limits.checkName(end - at - 1, at);
    return end + 1;
  }

  private int stringEnd(int at) {
    int plainEnd = Scan.plainEnd(bytes, at + 1);
    int end = Scan.stringEnd(bytes, plainEnd);
    if (told != null && plainEnd < end && Texts.decode(bytes, plainEnd, end) == null) {
      told.problem("bad_text", Texts.BAD);
    }
    return end;
  }

  private int number(int at) {
    int end = Scan.numberEnd(bytes, at);
    if (told != null && !isShort(at, end)) {
      Numbers.text(told, bytes, new Numbers.Span(at, end), limits);
    }
    return end;
  }

  /** Whether a number is within limits whatever its digits are. */
  private boolean isShort(int start, int end) {
    if (end - start > limits.numberCharsMax()) return false;
    for (int i = start; i < end; i++) {
      if ((bytes[i] | 0x20) == 'e') return false;
    }
    return true;
  }
}
