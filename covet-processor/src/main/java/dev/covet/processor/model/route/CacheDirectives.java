package dev.covet.processor.model.route;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What {@code @CacheControl} says to caches, one by one, in lower case (RFC 9111, 5.2). */
public record CacheDirectives(List<String> all) {
  private static final Pattern PART = Pattern.compile("(?:[^,\"]|\"[^\"]*\"?)+");

  private static final Pattern KEEPING =
      Pattern.compile("public|immutable|(?:max-age|s-maxage|stale-.*)=0*[1-9]\\d*");

  /** Copies the list. */
  public CacheDirectives {
    all = List.copyOf(all);
  }

  /** Those of a header's value. */
  public static CacheDirectives of(String value) {
    return new CacheDirectives(
        PART.matcher(value.toLowerCase(Locale.ROOT))
            .results()
            .map(part -> part.group().strip())
            .filter(part -> !part.isEmpty())
            .toList());
  }

  /** The first by which an answer is kept. */
  public Optional<String> keeping() {
    return all.stream().filter(each -> KEEPING.matcher(each).matches()).findFirst();
  }
}
