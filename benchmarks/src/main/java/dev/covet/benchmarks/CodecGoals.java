package dev.covet.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Time of the order's codec, as a ratio to Jackson databind's. */
final class CodecGoals {
  private static final double READ = 0.40;
  private static final double WRITE = 0.45;

  /** A map to a record of the same fields. */
  private static final double MAP = 1.20;

  private CodecGoals() {}

  static List<Goal> measure() throws IOException {
    Bench.progress("measuring codecs, about two minutes");
    var nanos = new HashMap<>(nanos(CodecBenchmark.class));
    nanos.putAll(nanos(MapBenchmark.class));
    return goals(nanos);
  }

  /** The time of each method of a benchmark. */
  static Map<String, Double> nanos(Class<?> benchmark) throws IOException {
    var options =
        new OptionsBuilder()
            .include(benchmark.getName() + "\\.")
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .build();
    try {
      var nanos = new HashMap<String, Double>();
      for (var result : new Runner(options).run()) {
        nanos.put(result.getPrimaryResult().getLabel(), nanos(result));
      }
      return nanos;
    } catch (RunnerException e) {
      throw new IOException("JMH failed: " + e.getMessage(), e);
    }
  }

  /** Whatever disturbs only adds: the best iteration of each process, and of those the median. */
  private static double nanos(RunResult result) {
    return Medians.of(result.getBenchmarkResults().stream().map(CodecGoals::best).toList());
  }

  private static double best(BenchmarkResult process) {
    return process.getIterationResults().stream()
        .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
        .min()
        .orElseThrow();
  }

  private static List<Goal> goals(Map<String, Double> nanos) {
    var goals = new ArrayList<Goal>();
    for (var kind : List.of("read", "write")) {
      for (var other : List.of("Covet", "Fastjson", "Avaje")) goals.add(goal(nanos, kind, other));
      goals.add(map(nanos, kind));
    }
    return goals;
  }

  private static Goal map(Map<String, Double> nanos, String kind) {
    double map = nanos.getOrDefault(kind + "Map", Double.NaN);
    double record = nanos.getOrDefault(kind + "Words", Double.NaN);
    var note = String.format(Locale.ROOT, "(%.0f ns to %.0f ns)", map, record);
    return new Goal("codec " + kind + " a map", map / record, MAP, note);
  }

  private static Goal goal(Map<String, Double> nanos, String kind, String library) {
    double reached = nanos.getOrDefault(kind + library, Double.NaN);
    double jackson = nanos.getOrDefault(kind + "Jackson", Double.NaN);
    var note = String.format(Locale.ROOT, "(%.0f ns to %.0f ns)", reached, jackson);
    var name = "codec " + kind + " " + library.toLowerCase(Locale.ROOT);
    return library.equals("Covet")
        ? new Goal(name, reached / jackson, kind.equals("read") ? READ : WRITE, note)
        : Goal.beside(name, reached / jackson, note);
  }
}
