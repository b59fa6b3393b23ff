package dev.covet.benchmarks;

import dev.covet.base.json.Codec;
import dev.covet.base.json.Json;
import dev.covet.base.json.JsonReader;
import dev.covet.base.json.JsonWriter;
import dev.covet.base.loop.ThreadMode;
import dev.covet.base.loop.Trust;
import dev.covet.benchmarks.raw.CatalogItem;
import dev.covet.schema.Schema;
import dev.covet.web.http.Dispatcher;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.middleware.Envelope;
import dev.covet.web.middleware.ErrorMapping;
import dev.covet.web.middleware.Faults;
import dev.covet.web.middleware.RequestId;
import dev.covet.web.middleware.RequestLog;
import dev.covet.web.middleware.StandardHeaders;
import dev.covet.web.route.Match;
import dev.covet.web.route.Route;
import dev.covet.web.route.RouteTable;
import dev.covet.web.server.Server;
import dev.covet.web.server.ServerSettings;
import golden.orders.Order;
import golden.orders.OrderCodec;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The load target: {@code ./covet run bench}. */
public final class LoadTarget implements Dispatcher {
  private static final byte[] MESSAGE = JsonWriter.encodeKey("message");
  private static final byte[] ORDER = JsonWriter.encodeKey("order");
  private static final byte[] COUNT = JsonWriter.encodeKey("count");
  private static final byte[] TOTAL = JsonWriter.encodeKey("total");
  private static final Json JSON = new Json();

  private final RouteTable routes =
      RouteTable.of(
          List.of(
              Route.get("/plaintext", "Target.plaintext", _ -> Response.text("Hello, World!")),
              Route.get("/json", "Target.json", _ -> json(new Message("Hello, World!"))),
              Route.get("/items", "Target.items", LoadTarget::items),
              Route.post("/orders", "Target.orders", LoadTarget::orders)),
          _ -> {});
  private final Map<String, Trust> trusts = new HashMap<>();
  private final Faults faults = new Faults(ErrorMapping.NONE, new Envelope(), Clock.systemUTC());
  private final Handler chain =
      faults.chain(
          List.of(new RequestId(), RequestLog.failedOrSlow(), new StandardHeaders()),
          LoadTarget::routed);

  private LoadTarget() {
    routes.routes().forEach(route -> trusts.put(route.name(), route.newTrust()));
  }

  /** Runs until the process is ended. */
  public static void main(String[] args) throws InterruptedException {
    var port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8000"));
    var target = new LoadTarget();
    var mode = "jdk".equals(System.getenv("THREADS")) ? ThreadMode.JDK : ThreadMode.AUTO;
    var server =
        Server.start(
            target,
            (status, _, message) -> Response.text(message).withStatus(status),
            ServerSettings.of("127.0.0.1", port).withThreads(mode));
    System.out.println("target: http://127.0.0.1:" + server.port() + " " + server.threadMode());
    new CountDownLatch(1).await();
  }

  @Override
  public Trust trust(Request request) {
    var match = routes.match(request.method(), request.path());
    request.attach(match);
    var trust = match instanceof Match.Found(var route, _) ? trusts.get(route.name()) : null;
    return trust == null ? new Trust("none", false) : trust;
  }

  @Override
  public Response handle(Request request) {
    return chain.handle(request);
  }

  private static Response routed(Request request) {
    return switch (request.attachment(Match.class)) {
      case Match.Found(var route, var values) ->
          route.handler().handle(request.withPathValues(values));
      case null, default -> Response.empty(404);
    };
  }

  private static Response json(Message message) {
    return Response.json(
        200,
        JSON.write(
            new Writing<>((out, it) -> {
              out.beginObject();
              out.field(MESSAGE, it.message());
              out.endObject();
            }),
            message));
  }

  private static Response items(Request request) {
    var limit = Integer.parseInt(request.parameters().first("limit"));
    var items = List.copyOf(CatalogItem.ALL.subList(0, limit));
    return Response.json(
        200,
        JSON.write(
            new Writing<List<CatalogItem>>((out, list) -> {
              out.beginArray();
              list.forEach(item -> item.write(out));
              out.endArray();
            }),
            items));
  }

  private static Response orders(Request request) {
    var order = JSON.read(request.bytes(), OrderCodec.INPUT);
    var total = BigDecimal.ZERO;
    for (var item : order.items()) {
      total = total.add(item.price().multiply(BigDecimal.valueOf(item.qty())));
    }
    return Response.json(
        200,
        JSON.write(
            new Writing<>(LoadTarget::write), new Total(order, order.items().size(), total)));
  }

  private static void write(JsonWriter out, Total it) {
    out.beginObject();
    out.field(ORDER, OrderCodec.OUTPUT, it.order());
    out.field(COUNT, it.count());
    out.field(TOTAL, it.total());
    out.endObject();
  }

  record Message(String message) {}

  record Total(Order order, int count, BigDecimal total) {}

  private record Writing<T>(java.util.function.BiConsumer<JsonWriter, T> writing)
      implements Codec<T> {
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
