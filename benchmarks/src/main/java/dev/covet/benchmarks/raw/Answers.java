package dev.covet.benchmarks.raw;

import dev.covet.api.ApiError;
import dev.covet.api.ErrorReport;
import dev.covet.api.Invalid;
import dev.covet.base.json.Json;
import dev.covet.base.json.JsonWriter;
import dev.covet.base.json.MalformedJson;
import dev.covet.benchmarks.workload.Item;
import dev.covet.web.error.Envelope;
import dev.covet.web.http.Content;
import golden.orders.Order;
import golden.orders.OrderCodec;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What the raw server answers, by hand. One per event loop; not thread-safe. */
final class Answers {
  private static final byte[] MESSAGE = JsonWriter.encodeKey("message");
  private static final byte[] ORDER = JsonWriter.encodeKey("order");
  private static final byte[] COUNT = JsonWriter.encodeKey("count");
  private static final byte[] TOTAL = JsonWriter.encodeKey("total");
  private static final byte[] ID = JsonWriter.encodeKey("id");
  private static final byte[] NAME = JsonWriter.encodeKey("name");
  private static final byte[] EMAIL = JsonWriter.encodeKey("email");
  private static final byte[] ACTIVE = JsonWriter.encodeKey("active");
  private static final byte[] SCORE = JsonWriter.encodeKey("score");
  private static final byte[] VERBOSE = JsonWriter.encodeKey("verbose");
  private static final byte[] HELLO = "Hello, World!".getBytes(StandardCharsets.US_ASCII);
  private static final int BUFFER_BYTES = 32_768;
  private static final int ITEMS_DEFAULT = 50;

  private final Json json = new Json();
  private final JsonWriter out = new JsonWriter(BUFFER_BYTES);

  Answer answer(boolean isPost, String target, byte[] body, String requestId) {
    var end = target.indexOf('?');
    var path = end < 0 ? target : target.substring(0, end);
    var query = end < 0 ? "" : target.substring(end + 1);
    try {
      if (isPost) return path.equals("/orders") ? order(body) : error(404, "NOT_FOUND", requestId);
      return get(path, query, requestId);
    } catch (Invalid e) {
      return error(report(e, requestId).withProblems(e.problems(), e.truncated()));
    } catch (MalformedJson e) {
      return error(report(e, requestId));
    }
  }

  private Answer get(String path, String query, String requestId) {
    return switch (path) {
      case "/plaintext" -> new Answer(200, false, HELLO);
      case "/json" -> message();
      case "/items" ->
          number(value(query, "limit", ITEMS_DEFAULT), 1, Item.ALL.size())
              .map(this::items)
              .orElseGet(() -> error(422, "VALIDATION_FAILED", requestId));
      default ->
          path.startsWith("/users/")
              ? user(path.substring(7), value(query, "verbose", false), requestId)
              : error(404, "NOT_FOUND", requestId);
    };
  }

  private static String value(String query, String name, Object fallback) {
    for (var pair : query.split("&", -1)) {
      if (pair.startsWith(name) && pair.startsWith("=", name.length())) {
        return pair.substring(name.length() + 1);
      }
    }
    return fallback.toString();
  }

  private static Optional<Integer> number(String text, int min, int max) {
    try {
      var value = Integer.parseInt(text);
      return value < min || value > max ? Optional.empty() : Optional.of(value);
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private Answer message() {
    out.clear();
    out.beginObject();
    out.field(MESSAGE, "Hello, World!");
    out.endObject();
    return new Answer(200, true, out.toBytes());
  }

  private Answer items(int limit) {
    out.clear();
    out.beginArray();
    for (var i = 0; i < limit; i++) ItemBytes.write(out, Item.ALL.get(i));
    out.endArray();
    return new Answer(200, true, out.toBytes());
  }

  private Answer user(String text, String verbose, String requestId) {
    var id = number(text, 1, Integer.MAX_VALUE);
    if (id.isEmpty() || !(verbose.equals("true") || verbose.equals("false"))) {
      return error(422, "VALIDATION_FAILED", requestId);
    }
    var number = id.get();
    out.clear();
    out.beginObject();
    out.field(ID, number.intValue());
    out.field(NAME, "User " + number);
    out.field(EMAIL, "user" + number + "@example.com");
    out.field(ACTIVE, number % 2 == 0);
    out.field(SCORE, 1.5 * number);
    out.field(VERBOSE, verbose.equals("true"));
    out.endObject();
    return new Answer(200, true, out.toBytes());
  }

  private Answer order(byte[] body) {
    var order = json.read(body, OrderCodec.INPUT);
    out.clear();
    out.beginObject();
    out.field(ORDER, OrderCodec.OUTPUT, order);
    out.field(COUNT, order.items().size());
    out.field(TOTAL, total(order));
    out.endObject();
    return new Answer(200, true, out.toBytes());
  }

  private static BigDecimal total(Order order) {
    var total = BigDecimal.ZERO;
    for (var item : order.items()) {
      total = total.add(item.price().multiply(BigDecimal.valueOf(item.qty())));
    }
    return total;
  }

  private static Answer error(int status, String code, String requestId) {
    return error(report(status, code, "Not a request of the workload", requestId));
  }

  private static ErrorReport report(ApiError error, String requestId) {
    return report(error.status(), error.code(), error.message(), requestId);
  }

  private static ErrorReport report(int status, String code, String message, String requestId) {
    var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return new ErrorReport(status, code, message, List.of(), false, requestId, now);
  }

  private static Answer error(ErrorReport report) {
    var content = (Content.Bytes) new Envelope().response(report).content();
    return new Answer(report.status(), true, content.array());
  }
}
