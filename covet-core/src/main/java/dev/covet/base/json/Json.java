package dev.covet.base.json;

import dev.covet.base.problem.Problems;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes whole JSON texts. Thread-safe; one for each app, for it keeps a few writers with
 * their buffers.
 */
public final class Json {
  /** Most writers that are kept; a power of two. */
  private static final int WRITERS_MAX = 16;

  /** Bytes of a new writer, and most that one which is kept may have. */
  private static final int BUFFER_BYTES_MIN = 4_096;

  private static final int BUFFER_BYTES_MAX = 65_536;

  private final JsonLimits limits;
  private final AtomicReferenceArray<@Nullable JsonWriter> writers =
      new AtomicReferenceArray<>(WRITERS_MAX);

  /** Reads within the default limits. */
  public Json() {
    this(JsonLimits.DEFAULT);
  }

  /** Reads within limits. */
  public Json(JsonLimits limits) {
    this.limits = limits;
  }

  /**
   * Reads a text, and checks it.
   *
   * @throws dev.covet.api.Invalid with every problem
   * @throws MalformedJson if it is no JSON, or passes a limit
   */
  public <T> T read(byte[] bytes, Codec<T> codec) {
    var problems = new Problems();
    var value = read(bytes, codec, problems, "body");
    problems.orThrow();
    return Objects.requireNonNull(value);
  }

  /**
   * Reads a text, and checks it; no bytes at all are the problem {@code missing}.
   *
   * @param source first element of the problems' locations
   * @return the value; of no meaning if there are problems
   * @throws MalformedJson if it is no JSON, or passes a limit
   */
  public <T> @Nullable T read(byte[] bytes, Codec<T> codec, Problems problems, String source) {
    if (bytes.length == 0) {
      problems.at(source).problem("missing", "is required");
      return null;
    }
    var in = new JsonReader(bytes, limits, problems, source);
    var value = codec.read(in);
    in.end();
    return value;
  }

  /** Writes a value. */
  public <T> byte[] write(Codec<? super T> codec, T value) {
    int slot = (int) Thread.currentThread().threadId() & (WRITERS_MAX - 1);
    var kept = writers.getAndSet(slot, null);
    var out = kept == null ? new JsonWriter(BUFFER_BYTES_MIN) : kept;
    out.clear();
    codec.write(out, value);
    var bytes = out.toBytes();
    if (out.room() <= BUFFER_BYTES_MAX) {
      writers.setRelease(slot, out);
    }
    return bytes;
  }
}
