package dev.covet.tidy;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is written is the same in every locale: {@code %d} and its like have the digits and the
 * point of the machine's own, which are no Java, and no port of a URL, in Arabic.
 */
final class SameEverywhere implements Rule {
  private static final Pattern LOCAL =
      Pattern.compile("%(?!ex\\b)(?:\\d+\\$)?[-#+ 0,(]*[\\d.]*[defgat](?!\\{)");

  @Override
  public List<String> findings(Source source) {
    return Literals.findings(
        source,
        text ->
            LOCAL.matcher(text).find() ? Stream.of("%s, which no locale changes") : Stream.empty());
  }
}
