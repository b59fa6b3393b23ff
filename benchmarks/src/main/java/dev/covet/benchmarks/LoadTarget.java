package dev.covet.benchmarks;

import dev.covet.app.Covet;
import dev.covet.base.json.Codec;
import dev.covet.base.json.Json;
import dev.covet.base.json.JsonReader;
import dev.covet.base.json.JsonWriter;
import dev.covet.base.problem.Constraints;
import dev.covet.base.problem.Problems;
import dev.covet.benchmarks.raw.CatalogItem;
import dev.covet.schema.Schema;
import dev.covet.web.bind.Bind;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import golden.orders.Order;
import golden.orders.OrderCodec;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The load target: {@code ./covet run bench}. */
public final class LoadTarget {
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
  private static final Json JSON = new Json();

  private LoadTarget() {}

  /** Runs until the process is ended. */
  public static void main(String[] args) {
    Covet.app()
        .get("/plaintext", _ -> Response.text("Hello, World!"))
        .get("/json", _ -> json(LoadTarget::write, new Message("Hello, World!")))
        .get("/users/{id}", LoadTarget::user)
        .get("/items", LoadTarget::items)
        .post("/orders", LoadTarget::order)
        .run(args);
  }

  private static <T> Response json(BiConsumer<JsonWriter, T> writing, T value) {
    return Response.json(200, JSON.write(new Writing<>(writing), value));
  }

  private static void write(JsonWriter out, Message message) {
    out.beginObject();
    out.field(MESSAGE, message.text());
    out.endObject();
  }

  private static Response user(Request request) {
    var problems = new Problems();
    var at = Bind.path(request, problems, "id");
    var id = at.asInt();
    if (at.valid()) {
      Constraints.min(at, id, 1);
    }
    var verbose = Bind.query(request, problems, "verbose").orElse("false").asBoolean();
    problems.orThrow();
    return json(LoadTarget::write, new User(id, verbose));
  }

  private static void write(JsonWriter out, User user) {
    out.beginObject();
    out.field(ID, user.id());
    out.field(NAME, "User " + user.id());
    out.field(EMAIL, "user" + user.id() + "@example.com");
    out.field(ACTIVE, user.id() % 2 == 0);
    out.field(SCORE, 1.5 * user.id());
    out.field(VERBOSE, user.verbose());
    out.endObject();
  }

  private static Response items(Request request) {
    var problems = new Problems();
    var at = Bind.query(request, problems, "limit").orElse("50");
    var limit = at.asInt();
    if (at.valid()) {
      Constraints.min(at, limit, 1);
      Constraints.max(at, limit, 100);
    }
    problems.orThrow();
    return json(LoadTarget::write, List.copyOf(CatalogItem.ALL.subList(0, limit)));
  }

  private static void write(JsonWriter out, List<CatalogItem> items) {
    out.beginArray();
    items.forEach(item -> item.write(out));
    out.endArray();
  }

  private static Response order(Request request) {
    var order = JSON.read(request.bytes(), OrderCodec.INPUT);
    var total = BigDecimal.ZERO;
    for (var item : order.items()) {
      total = total.add(item.price().multiply(BigDecimal.valueOf(item.qty())));
    }
    return json(LoadTarget::write, new Total(order, order.items().size(), total));
  }

  private static void write(JsonWriter out, Total total) {
    out.beginObject();
    out.field(ORDER, OrderCodec.OUTPUT, total.order());
    out.field(COUNT, total.count());
    out.field(TOTAL, total.total());
    out.endObject();
  }

  private record Message(String text) {}

  private record User(int id, boolean verbose) {}

  private record Total(Order order, int count, BigDecimal total) {}

  private record Writing<T>(BiConsumer<JsonWriter, T> writing) implements Codec<T> {
    @Override
    public @Nullable T read(JsonReader in) {
      throw new UnsupportedOperationException("only written");
    }

    @Override
    public void write(JsonWriter out, T value) {
      writing.accept(out, value);
    }

    @Override
    public Schema schema() {
      return Schema.any();
    }
  }
}
