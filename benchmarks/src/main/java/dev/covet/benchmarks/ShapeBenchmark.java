package dev.covet.benchmarks;

import dev.covet.api.Page;
import dev.covet.base.codec.Codecs;
import dev.covet.base.json.Codec;
import dev.covet.base.json.Json;
import dev.covet.benchmarks.workload.PageOfShapes_PlainCodec;
import dev.covet.benchmarks.workload.Shapes;
import dev.covet.benchmarks.workload.Shapes_MoveCodec;
import dev.covet.benchmarks.workload.Shapes_PlainCodec;
import dev.covet.benchmarks.workload.Shapes_PlainsCodec;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reads and writes the same values as plain records, as those of a sealed type, in a page. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 6, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class ShapeBenchmark {
  private static final int VALUES = 100;

  private final Json json = new Json();
  private final Codec<List<Shapes.Plain>> plainCodec = Codecs.list(Shapes_PlainCodec.INPUT);
  private final Codec<List<Shapes.Move>> sealedCodec = Codecs.list(Shapes_MoveCodec.INPUT);

  private final List<Shapes.Plain> plain =
      IntStream.range(0, VALUES)
          .mapToObj(i -> new Shapes.Plain(i, "a name " + i, i, -i, i == VALUES - 1))
          .toList();
  private final List<Shapes.Move> sealed =
      IntStream.range(0, VALUES).mapToObj(ShapeBenchmark::move).toList();
  private final Shapes.Plains record = new Shapes.Plains(plain, VALUES);
  private final Page<Shapes.Plain> page = new Page<>(plain, VALUES);

  private final byte[] plainBytes = json.write(plainCodec, plain);
  private final byte[] sealedBytes = json.write(sealedCodec, sealed);
  private final byte[] pageBytes = json.write(PageOfShapes_PlainCodec.INPUT, page);

  private static Shapes.Move move(int i) {
    return i % 2 == 0
        ? new Shapes.Move.Go(i, "a name " + i, i, -i, i == VALUES - 1)
        : new Shapes.Move.Stay(i, "a name " + i, i, -i, i == VALUES - 1);
  }

  /** Reads plain records. */
  @Benchmark
  public List<Shapes.Plain> readPlain() {
    return json.read(plainBytes, plainCodec);
  }

  /** Reads records of a sealed type, turn by turn. */
  @Benchmark
  public List<Shapes.Move> readSealed() {
    return json.read(sealedBytes, sealedCodec);
  }

  /** Reads a record that holds plain records. */
  @Benchmark
  public Shapes.Plains readRecord() {
    return json.read(pageBytes, Shapes_PlainsCodec.INPUT);
  }

  /** Reads a generic record that holds plain records. */
  @Benchmark
  public Page<Shapes.Plain> readPage() {
    return json.read(pageBytes, PageOfShapes_PlainCodec.INPUT);
  }

  /** Writes plain records. */
  @Benchmark
  public byte[] writePlain() {
    return json.write(plainCodec, plain);
  }

  /** Writes records of a sealed type, turn by turn. */
  @Benchmark
  public byte[] writeSealed() {
    return json.write(sealedCodec, sealed);
  }

  /** Writes a record that holds plain records. */
  @Benchmark
  public byte[] writeRecord() {
    return json.write(Shapes_PlainsCodec.OUTPUT, record);
  }

  /** Writes a generic record that holds plain records. */
  @Benchmark
  public byte[] writePage() {
    return json.write(PageOfShapes_PlainCodec.OUTPUT, page);
  }
}
