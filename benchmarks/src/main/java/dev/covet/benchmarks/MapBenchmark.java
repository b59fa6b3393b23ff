package dev.covet.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.covet.base.json.Json;
import dev.covet.benchmarks.workload.Tags;
import dev.covet.benchmarks.workload.TagsCodec;
import dev.covet.benchmarks.workload.Words;
import dev.covet.benchmarks.workload.WordsCodec;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The same eight texts as fields of a record and as a map. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 6, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class MapBenchmark {
  private static final String TEXTS =
      """
      {"colour":"dark blue","material":"merino wool","size":"XL","origin":"Peru",\
      "maker":"Andina","season":"winter","label":"A-1207","care":"by hand, cold"}\
      """;

  private final byte[] record = TEXTS.getBytes(UTF_8);
  private final byte[] map = ("{\"all\":" + TEXTS + "}").getBytes(UTF_8);
  private final Json json = new Json();
  private final Words words = json.read(record, WordsCodec.INPUT);
  private final Tags tags = json.read(map, TagsCodec.INPUT);

  /** Reads fields. */
  @Benchmark
  public Words readWords() {
    return json.read(record, WordsCodec.INPUT);
  }

  /** Reads a map. */
  @Benchmark
  public Tags readMap() {
    return json.read(map, TagsCodec.INPUT);
  }

  /** Writes fields. */
  @Benchmark
  public byte[] writeWords() {
    return json.write(WordsCodec.OUTPUT, words);
  }

  /** Writes a map. */
  @Benchmark
  public byte[] writeMap() {
    return json.write(TagsCodec.OUTPUT, tags);
  }
}
