package haul;

import dev.covet.api.BodyMax;
import dev.covet.api.Get;
import dev.covet.api.Post;
import dev.covet.api.Routes;
import dev.covet.app.Covet;
import dev.covet.web.http.Content;
import dev.covet.web.http.Response;
import dev.covet.web.http.Upload;
import io.netty.util.internal.PlatformDependent;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Takes bodies and gives them, and says how much memory it has in use. */
@Routes
public final class Haul {
  private static final long MOST = 5_000_000_000L;
  private static final int VALUE_BYTES = 1_024;

  /** With its quotes and a comma it has the bytes of one. */
  private static final String VALUE = "v".repeat(VALUE_BYTES - 3);

  private final Path kept = Path.of("kept");

  Haul() {}

  /**
   * What lives after a collection.
   *
   * @param heap bytes of the heap
   * @param direct bytes outside of it, of buffers
   */
  record Memory(long heap, long direct) {}

  @Get("/ping")
  String ping() {
    return "pong";
  }

  /** How many bytes came; -1 if one of them is wrong. */
  @Post("/up")
  @BodyMax(MOST)
  long up(InputStream body) throws IOException {
    return Cargo.check(body);
  }

  /** Keeps the file; how many bytes it has, -1 if one of them is wrong. */
  @Post("/form")
  @BodyMax(MOST)
  long form(Upload file) throws IOException {
    var count = Cargo.check(file.open());
    Files.deleteIfExists(kept);
    file.moveTo(kept);
    return count;
  }

  /** The file that was kept. */
  @Get("/file")
  Path file() {
    return kept;
  }

  @Get("/values")
  Stream<String> values(long bytes) {
    return Stream.generate(() -> VALUE).limit(bytes / VALUE_BYTES);
  }

  @Get("/memory")
  Memory memory() {
    System.gc();
    var runtime = Runtime.getRuntime();
    var direct =
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter(each -> each.getName().equals("direct"))
            .mapToLong(BufferPoolMXBean::getMemoryUsed)
            .sum();
    return new Memory(
        runtime.totalMemory() - runtime.freeMemory(),
        Math.max(direct, PlatformDependent.usedDirectMemory()));
  }

  private static Response written(long bytes) {
    return Response.of(
        200, "application/octet-stream", new Content.Stream(bytes, out -> Cargo.write(out, bytes)));
  }

  static void main(String[] args) {
    Covet.app()
        .add(Haul.class)
        .get("/written", it -> written(Long.parseLong(it.query())))
        .run(args);
  }
}
