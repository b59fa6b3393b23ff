package dev.covet.web.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A media type, or a range of them in an {@code Accept} (RFC 9110, 8.3.1 and 12.5.1).
 *
 * @param type type and subtype in lower case: {@code application/json}
 * @param parameters their values without quotes, by their names in lower case; all values of one
 *     that is given twice, if they differ, which are none that anything takes
 */
public record MediaType(String type, Map<String, String> parameters) {
  /** Keeps a copy of the parameters. */
  public MediaType {
    parameters = Map.copyOf(parameters);
  }

  /** All of a list; what is empty between two commas is left out. */
  public static List<MediaType> list(String header) {
    return split(header, ',').stream().filter(each -> !each.isBlank()).map(MediaType::of).toList();
  }

  private static MediaType of(String text) {
    var parts = split(text, ';');
    var parameters = new LinkedHashMap<String, String>();
    for (var part : parts.subList(1, parts.size())) {
      var equal = part.indexOf('=');
      if (equal > 0) {
        var name = part.substring(0, equal).strip().toLowerCase(Locale.ROOT);
        var value = unquoted(part.substring(equal + 1).strip());
        parameters.merge(name, value, MediaType::both);
      }
    }
    return new MediaType(parts.getFirst().strip().toLowerCase(Locale.ROOT), parameters);
  }

  private static String both(String first, String second) {
    return first.equals(second) ? first : first + ", " + second;
  }

  /** The pieces between separators that stand in no quotes. */
  private static List<String> split(String text, char separator) {
    var pieces = new ArrayList<String>();
    var quoted = false;
    var from = 0;
    for (var at = 0; at < text.length(); at++) {
      var c = text.charAt(at);
      if (quoted && c == '\\') {
        at++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        pieces.add(text.substring(from, at));
        from = at + 1;
      }
    }
    pieces.add(text.substring(from));
    return pieces;
  }

  private static String unquoted(String value) {
    return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
        ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1")
        : value;
  }

  /** Whether it is JSON: {@code application/json}, or a type that ends in {@code +json}. */
  public boolean isJson() {
    return type.equals("application/json") || type.matches("[^/ ]+/[^/ ]+\\+json");
  }

  /** Whether a text of this type is in UTF-8, as ASCII is, and all that does not say otherwise. */
  public boolean isUtf8() {
    var charset = parameters.getOrDefault("charset", "utf-8").toLowerCase(Locale.ROOT);
    return Set.of("utf-8", "utf8", "us-ascii").contains(charset);
  }

  /** The weight in an {@code Accept}, from 0 to 1; 0 for one that is no weight. */
  public double quality() {
    var text = parameters.getOrDefault("q", "1");
    return text.matches("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?") ? Double.parseDouble(text) : 0;
  }

  /**
   * The weight that an {@code Accept} gives to a type: that of the range that names it best, 0 if
   * none does (RFC 9110, 12.5.1).
   */
  public static double quality(List<MediaType> accepted, String type) {
    var group = type.substring(0, type.indexOf('/')) + "/*";
    for (var range : List.of(type, group, "*/*")) {
      var named = named(accepted, range);
      if (named != null) return named.quality();
    }
    return 0;
  }

  private static @Nullable MediaType named(List<MediaType> accepted, String range) {
    for (var each : accepted) {
      if (each.type.equals(range)) return each;
    }
    return null;
  }
}
