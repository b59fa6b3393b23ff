package dev.covet.web.message;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which codings of a content a client takes: {@code Accept-Encoding} (RFC 9110, 12.5.3).
 *
 * @param weights from 0 to 1, by the names of codings in lower case
 */
public record AcceptEncoding(Map<String, Double> weights) {
  private static final String ANY = "*";
  private static final String PLAIN = "identity";

  /** Keeps a copy. */
  public AcceptEncoding {
    weights = Map.copyOf(weights);
  }

  /** What all fields of the name say together; of a coding that is named twice, the first. */
  public static AcceptEncoding of(List<String> fields) {
    var weights = new HashMap<String, Double>();
    for (var coding : String.join(",", fields).toLowerCase(Locale.ROOT).split(",", -1)) {
      var parts = coding.split(";", 2);
      var name = parts[0].strip().replace("x-gzip", "gzip");
      weights.putIfAbsent(name, parts.length < 2 ? 1 : weight(parts[1]));
    }
    return new AcceptEncoding(weights);
  }

  /** The weight of {@code q=0.5}; 0 for what is no weight. */
  private static double weight(String parameter) {
    var text = parameter.replaceAll("\\s", "");
    return text.matches("q=(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)")
        ? Double.parseDouble(text.substring(2))
        : 0;
  }

  /** Whether a coding is asked for, and no less than the bytes as they are. */
  public boolean accepts(String coding) {
    var weight = weight(coding, 0);
    return weight > 0 && weight >= weights.getOrDefault(PLAIN, 0.0);
  }

  /** Whether the bytes as they are are refused. */
  public boolean refusesPlain() {
    return weight(PLAIN, 1) == 0;
  }

  /**
   * The coding of the highest weight, the first of those that are equal; none if the client takes
   * the bytes as they are rather.
   *
   * @param offered the best first
   */
  public Optional<String> best(List<String> offered) {
    String best = null;
    for (var each : offered) {
      if (accepts(each) && (best == null || weight(each, 0) > weight(best, 0))) best = each;
    }
    return Optional.ofNullable(best);
  }

  private double weight(String coding, double unsaid) {
    return weights.getOrDefault(coding, weights.getOrDefault(ANY, unsaid));
  }
}
