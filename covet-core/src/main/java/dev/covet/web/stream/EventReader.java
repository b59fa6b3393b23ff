package dev.covet.web.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream of events as every listener does (WHATWG HTML, 9.2.6): comments and unknown fields
 * are passed over, and what the end of the stream cuts off is none. Used by one thread.
 */
public final class EventReader {
  /** The longest event, in bytes. */
  private static final int EVENT_BYTES_MAX = 16_777_216;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final InputStream in;
  private boolean afterReturn;
  private boolean begun;
  private int bytes;
  private @Nullable String id;

  // the event that is read
  private final StringBuilder data = new StringBuilder();
  private @Nullable String name;
  private @Nullable Duration retry;

  /** A reader of bytes, which it does not close. */
  public EventReader(InputStream in) {
    this.in = in;
  }

  /**
   * The next event, whose id is that of an earlier one if it has none of its own; null at the end.
   *
   * @throws IOException if it cannot be read, or is longer than 16 MiB
   */
  public @Nullable Event<String> next() throws IOException {
    for (var line = line(); line != null; line = line()) {
      if (!line.isEmpty()) {
        field(line);
      } else if (data.isEmpty()) {
        forget();
      } else {
        data.setLength(data.length() - 1);
        var event = new Event<>(data.toString(), id, name, retry);
        forget();
        return event;
      }
    }
    return null;
  }

  private void forget() {
    data.setLength(0);
    name = null;
    retry = null;
    bytes = 0;
  }

  private void field(String line) {
    var colon = line.indexOf(':');
    var value = colon < 0 ? "" : line.substring(colon + 1);
    if (value.startsWith(" ")) value = value.substring(1);
    switch (colon < 0 ? line : line.substring(0, colon)) {
      case "data" -> data.append(value).append('\n');
      case "event" -> name = value.isEmpty() ? null : value;
      case "id" -> id = value.indexOf(0) < 0 ? value : id;
      case "retry" -> retry = value.matches("[0-9]{1,9}") ? millis(value) : retry;
      default -> {}
    }
  }

  private static Duration millis(String digits) {
    return Duration.ofMillis(Long.parseLong(digits));
  }

  /** The next line; null at the end, also where a last line does not end. */
  private @Nullable String line() throws IOException {
    var line = new ByteArrayOutputStream();
    while (true) {
      var b = in.read();
      if (b < 0) return null;
      if (b == '\n' && afterReturn) {
        afterReturn = false;
        continue;
      }
      afterReturn = b == '\r';
      if (b == '\n' || b == '\r') return text(line);
      if (++bytes > EVENT_BYTES_MAX) throw new IOException("an event is longer than 16 MiB");
      line.write(b);
    }
  }

  private String text(ByteArrayOutputStream line) {
    var text = line.toString(UTF_8);
    var isFirst = !begun;
    begun = true;
    return isFirst && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }
}
