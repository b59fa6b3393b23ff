package dev.covet.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What servers used that took turns.
 *
 * @param micros microseconds of CPU per request, one for each round, by the server's name
 */
record Rounds(Map<String, List<Double>> micros) {
  /** These and others of the same servers, started anew. */
  Rounds and(Rounds more) {
    var all = new HashMap<String, List<Double>>();
    micros.forEach((server, each) -> all.put(server, concat(each, more.of(server))));
    return new Rounds(all);
  }

  private static List<Double> concat(List<Double> some, List<Double> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  double median(String server) {
    return Medians.of(of(server));
  }

  /** What one server used of what the other did, in each round. */
  List<Double> ratios(String one, String other) {
    var ratios = new ArrayList<Double>();
    for (var round = 0; round < of(one).size(); round++) {
      ratios.add(of(one).get(round) / of(other).get(round));
    }
    return ratios;
  }

  /** The figures behind the ratios of two servers, for people. */
  String note(String one, String other) {
    return String.format(
        Locale.ROOT,
        "%.1f us to %.1f us, rounds %s",
        median(one),
        median(other),
        Medians.range(ratios(one, other)));
  }

  private List<Double> of(String server) {
    return micros.getOrDefault(server, List.of());
  }
}
