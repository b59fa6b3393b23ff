package dev.covet.web.message;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Which codings of a content a client takes: {@code Accept-Encoding} (RFC 9110, 12.5.3).
 *
 * @param weights from 0 to 1, by the names of codings in lower case
 */
public record AcceptEncoding(Map<String, Double> weights) {
  private static final String ANY = "*";
  private static final String PLAIN = "identity";
  private static final Pattern WEIGHT =
      Pattern.compile("\\s*q\\s*=\\s*(0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?)\\s*");

  /** Keeps a copy. */
  public AcceptEncoding {
    weights = Map.copyOf(weights);
  }

  /** What all fields of the name say together; of a coding that is named twice, the first. */
  public static AcceptEncoding of(List<String> fields) {
    var weights = new HashMap<String, Double>();
    for (var coding : String.join(",", fields).toLowerCase(Locale.ROOT).split(",", -1)) {
      var parts = coding.split(";", 2);
      var name = parts[0].strip();
      weights.putIfAbsent(
          name.equals("x-gzip") ? "gzip" : name, parts.length < 2 ? 1 : weight(parts[1]));
    }
    return new AcceptEncoding(weights);
  }

  /** The weight of {@code q=0.5}; 0 for what is no weight. */
  private static double weight(String parameter) {
    var weight = WEIGHT.matcher(parameter);
    return weight.matches() ? Double.parseDouble(weight.group(1)) : 0;
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
    return best(offered, each -> each);
  }

  /** As {@link #best(List)}, of what has the name of a coding. */
  public <T> Optional<T> best(List<T> offered, Function<T, String> name) {
    T best = null;
    var most = 0.0;
    for (var each : offered) {
      var weight = weight(name.apply(each), 0);
      if (weight > most && accepts(name.apply(each))) {
        best = each;
        most = weight;
      }
    }
    return Optional.ofNullable(best);
  }

  private double weight(String coding, double unsaid) {
    return weights.getOrDefault(coding, weights.getOrDefault(ANY, unsaid));
  }
}
