package dev.covet.base.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Where a text that broke off stands: which component of which record could not be written. It is
 * read from what is written already, so that writing costs nothing for it.
 */
final class WrittenPath {
  /** What is open: a name for an object, a number for an array. */
  private final Deque<Object> open = new ArrayDeque<>();

  private WrittenPath() {}

  /** {@code Order.items[3].price} for an order whose text ends where the price would come. */
  static String of(Object value, byte[] bytes, int length) {
    var path = new WrittenPath();
    path.read(bytes, length);
    return path.text(value);
  }

  private void read(byte[] bytes, int length) {
    for (var at = 0; at < length; at++) {
      switch (bytes[at]) {
        case '{' -> open.push("");
        case '[' -> open.push(0);
        case '}', ']' -> open.poll();
        case ',' -> next();
        case '"' -> at = string(bytes, at + 1, length);
        default -> {}
      }
    }
  }

  private void next() {
    if (open.peek() instanceof Integer index) {
      open.poll();
      open.push(index + 1);
    }
  }

  /** Passes a string, and keeps it if it is a name; gives the place of its end. */
  private int string(byte[] bytes, int from, int length) {
    var end = from;
    while (end < length && bytes[end] != '"') end += bytes[end] == '\\' ? 2 : 1;
    if (end + 1 < length && bytes[end + 1] == ':') {
      open.poll();
      open.push(new String(bytes, from, end - from, UTF_8));
    }
    return end;
  }

  private String text(Object value) {
    var out = new StringBuilder();
    var at = value;
    var steps = open.descendingIterator();
    if (at instanceof List<?> list && steps.hasNext() && steps.next() instanceof Integer index) {
      at = index < list.size() ? list.get(index) : at;
    }
    out.append(at == null ? "null" : at.getClass().getSimpleName());
    steps.forEachRemaining(
        step -> out.append(step instanceof Integer i ? "[" + i + "]" : "." + step));
    return out.toString();
  }
}
