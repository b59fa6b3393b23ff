package dev.covet.web.address;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Hosts by their names: {@code api.example.org} is that one, {@code *.example.org} every one below
 * it. Ports and case are not compared. Immutable and thread-safe.
 *
 * @param names in lower case
 */
public record HostPatterns(List<String> names) {
  /** What each must be, for messages. */
  public static final String RIGHT =
      "names without scheme and port, such as api.example.org or *.example.org";

  /** Copies the names. */
  public HostPatterns {
    names = List.copyOf(names);
  }

  /** These; blanks around them do not count, and empty ones are left out. */
  public static HostPatterns of(String... names) {
    return new HostPatterns(
        Stream.of(names)
            .map(each -> each.strip().toLowerCase(Locale.ROOT))
            .filter(each -> !each.isEmpty())
            .toList());
  }

  /** What is wrong with them, a few words for each that is no host. */
  public Stream<String> wrong() {
    return names.stream()
        .filter(each -> !isHost(each.startsWith("*.") ? each.substring(2) : each))
        .map(each -> "\"" + each + "\" is none");
  }

  private static boolean isHost(String text) {
    return Authority.isValid(text) && Authority.host(text).equals(text) && !text.contains("*");
  }

  /** Whether the host of {@code host[:port]} is among them. */
  public boolean have(String authority) {
    var host = Authority.host(authority);
    for (var each : names) {
      if (each.equals(host)) return true;
      if (each.startsWith("*.")
          && host.endsWith(each.substring(1))
          && host.length() >= each.length()) return true;
    }
    return false;
  }
}
