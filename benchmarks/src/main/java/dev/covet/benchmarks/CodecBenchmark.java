package dev.covet.benchmarks;

import com.alibaba.fastjson2.JSON;
import dev.covet.base.json.Json;
import dev.covet.benchmarks.load.Call;
import dev.covet.benchmarks.workload.Customer;
import dev.covet.benchmarks.workload.Line;
import dev.covet.benchmarks.workload.Order;
import dev.covet.benchmarks.workload.OrderCodec;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
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
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes the workload's order, from bytes and to bytes. Covet checks every constraint and
 * refuses duplicate and missing members; the others do not.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 6, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsAppend = "--sun-misc-unsafe-memory-access=allow")
@io.avaje.jsonb.Json.Import({Order.class, Customer.class, Line.class})
public class CodecBenchmark {
  private final byte[] bytes = Call.resource("order.json");
  private final Json covet = new Json();
  private final Order order = covet.read(bytes, OrderCodec.INPUT);
  private final ObjectReader jacksonReader = JsonMapper.shared().readerFor(Order.class);
  private final ObjectWriter jacksonWriter = JsonMapper.shared().writerFor(Order.class);
  private final JsonType<Order> avaje = Jsonb.instance().type(Order.class);

  /** Covet reads and validates. */
  @Benchmark
  public Order readCovet() {
    return covet.read(bytes, OrderCodec.INPUT);
  }

  /** Jackson reads. */
  @Benchmark
  public Order readJackson() {
    return jacksonReader.readValue(bytes);
  }

  /** fastjson2 reads. */
  @Benchmark
  public Order readFastjson() {
    return JSON.parseObject(bytes, Order.class);
  }

  /** avaje-jsonb reads. */
  @Benchmark
  public Order readAvaje() {
    return avaje.fromJson(bytes);
  }

  /** Covet writes. */
  @Benchmark
  public byte[] writeCovet() {
    return covet.write(OrderCodec.OUTPUT, order);
  }

  /** Jackson writes. */
  @Benchmark
  public byte[] writeJackson() {
    return jacksonWriter.writeValueAsBytes(order);
  }

  /** fastjson2 writes. */
  @Benchmark
  public byte[] writeFastjson() {
    return JSON.toJSONBytes(order);
  }

  /** avaje-jsonb writes. */
  @Benchmark
  public byte[] writeAvaje() {
    return avaje.toJsonBytes(order);
  }
}
