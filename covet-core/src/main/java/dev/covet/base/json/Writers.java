package dev.covet.base.json;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A few writers with their buffers, kept from one text to the next. An event loop has its own for
 * the requests that it carries: a buffer that another core has written to last costs more than the
 * writing. Thread-safe; a text that finds no writer gets a new one.
 */
public final class Writers {
  /** Most writers that are kept: a loop needs one, and one for each handler that left it. */
  private static final int KEPT_MAX = 4;

  /** Bytes of a new writer, and most that one which is kept may have. */
  private static final int BUFFER_BYTES_MIN = 4_096;

  private static final int BUFFER_BYTES_MAX = 65_536;

  private final AtomicReferenceArray<@Nullable JsonWriter> kept =
      new AtomicReferenceArray<>(KEPT_MAX);

  /** Keeps none yet. */
  public Writers() {}

  /** Writes a value, to an array of its own. */
  public <T> byte[] write(Codec<? super T> codec, T value) {
    var out = take();
    codec.write(out, value);
    var bytes = out.toBytes();
    if (out.room() <= BUFFER_BYTES_MAX) keep(out);
    return bytes;
  }

  private JsonWriter take() {
    for (int i = 0; i < KEPT_MAX; i++) {
      var out = kept.getPlain(i) == null ? null : kept.getAndSet(i, null);
      if (out != null) {
        out.clear();
        return out;
      }
    }
    return new JsonWriter(BUFFER_BYTES_MIN);
  }

  private void keep(JsonWriter out) {
    for (int i = 0; i < KEPT_MAX; i++) {
      if (kept.getPlain(i) == null && kept.compareAndSet(i, null, out)) return;
    }
  }
}
