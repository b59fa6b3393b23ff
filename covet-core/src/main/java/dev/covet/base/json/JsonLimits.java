package dev.covet.base.json;

import dev.covet.base.limit.LimitSource;
import dev.covet.schema.BuiltInError;

/**
 * How much JSON is read. More than the first four is no JSON for us (400); a number beyond the last
 * two is a problem with its value (422).
 *
 * @param depthMax arrays and objects within each other
 * @param stringBytesMax bytes between the quotes of a string
 * @param nameBytesMax bytes between the quotes of a name
 * @param valuesMax values in all, the skipped ones included
 * @param numberCharsMax characters of a number
 * @param exponentMax a number's exponent, with either sign
 */
public record JsonLimits(
    int depthMax,
    int stringBytesMax,
    int nameBytesMax,
    int valuesMax,
    int numberCharsMax,
    int exponentMax) {
  /** 64 deep, strings of 1 MiB, names of 1,024 bytes, 100,000 values; numbers 1,000 and 1,000. */
  public static final JsonLimits DEFAULT = from(LimitSource.USUAL);

  /** The limits that a source gives by their names. */
  public static JsonLimits from(LimitSource limits) {
    return new JsonLimits(
        limits.count("jsonDepthMax", 64),
        limits.count("jsonStringBytesMax", 1_048_576),
        limits.count("jsonNameBytesMax", 1_024),
        limits.count("jsonValuesMax", 100_000),
        limits.count("numberCharsMax", 1_000),
        limits.count("exponentMax", 1_000));
  }

  void checkDepth(int depth, int at) {
    check(depth, depthMax, BuiltInError.JSON_DEPTH_MAX, at);
  }

  void checkString(int stringBytes, int at) {
    check(stringBytes, stringBytesMax, BuiltInError.JSON_STRING_BYTES_MAX, at);
  }

  void checkName(int nameBytes, int at) {
    check(nameBytes, nameBytesMax, BuiltInError.JSON_NAME_BYTES_MAX, at);
  }

  void checkValues(int values, int at) {
    check(values, valuesMax, BuiltInError.JSON_VALUES_MAX, at);
  }

  private static void check(int size, int max, BuiltInError limit, int at) {
    if (size > max) throw MalformedJson.limit(limit, max, at);
  }
}
