package dev.covet.benchmarks.vertx;

import dev.covet.benchmarks.raw.RawServer;
import dev.covet.benchmarks.workload.Worlds;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.transport.Transport;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The requests to a database, written by hand on Vert.x with the same client: each statement is
 * awaited before the next one is sent.
 */
public final class VertxServer extends AbstractVerticle {
  private static final String SELECT = "SELECT id,randomnumber FROM world WHERE id = $1";
  private static final String UPDATE = "UPDATE world SET randomnumber = $1 WHERE id = $2";
  private static final int CONNECTIONS = 20;

  private Pool pool;

  /** Runs until the process is ended. */
  public static void main(String[] args) {
    run(VertxServer::new);
  }

  /** Runs a verticle for each core, all with one pool of connections. */
  static void run(Function<Pool, Deployable> verticle) {
    var cores = Runtime.getRuntime().availableProcessors();
    var pool =
        PgBuilder.pool()
            .with(new PoolOptions().setMaxSize(CONNECTIONS))
            .connectingTo(
                PgConnectOptions.fromUri(System.getenv("DATABASE_URL"))
                    .setCachePreparedStatements(true)
                    .setPipeliningLimit(1));
    var vertx = Vertx.builder().withTransport(transport()).build();
    var shared = pool.using(vertx).build();
    vertx
        .deployVerticle(() -> verticle.apply(shared), new DeploymentOptions().setInstances(cores))
        .onComplete(
            _ -> {},
            failure -> {
              System.out.println(failure);
              System.exit(1);
            });
  }

  /** That of the servers beside it. */
  private static Transport transport() {
    var name = RawServer.transport().name();
    return Stream.of(Transport.IO_URING, Transport.EPOLL, Transport.KQUEUE)
        .filter(each -> each != null && each.name().equals(name))
        .findFirst()
        .orElse(Transport.NIO);
  }

  private VertxServer(Pool pool) {
    this.pool = pool;
  }

  @Override
  public void start(Promise<Void> started) {
    listen(vertx, this::handle, started);
  }

  static void listen(Vertx vertx, Handler<HttpServerRequest> handler, Promise<Void> started) {
    vertx
        .createHttpServer()
        .requestHandler(handler)
        .listen(Integer.parseInt(System.getenv().getOrDefault("PORT", "8000")), "127.0.0.1")
        .onComplete(
            server -> {
              System.out.println("vertx: http://127.0.0.1:" + server.actualPort());
              started.complete();
            },
            started::fail);
  }

  private void handle(HttpServerRequest request) {
    switch (String.valueOf(request.path())) {
      case "/db" ->
          find(number(request, "id", 1))
              .onComplete(
                  rows -> answer(request.response(), json(rows)),
                  failure -> failed(request.response()));
      case "/queries" -> many(request, number(request, "n", 20), this::query);
      case "/updates" -> many(request, number(request, "n", 5), this::update);
      default -> request.response().setStatusCode(404).end();
    }
  }

  private static int number(HttpServerRequest request, String name, int usual) {
    var text = request.getParam(name);
    return text == null ? usual : Integer.parseInt(text);
  }

  private Future<RowSet<Row>> find(int id) {
    return pool.preparedQuery(SELECT).execute(Tuple.of(id));
  }

  /** Appends the JSON of one more row. */
  @FunctionalInterface
  private interface Step {
    Future<Void> append(Buffer json);
  }

  private Future<Void> query(Buffer json) {
    return find(random())
        .map(rows -> {
          json.appendBuffer(json(rows));
          return null;
        });
  }

  private Future<Void> update(Buffer json) {
    var number = random();
    return find(random())
        .compose(rows -> {
          var id = rows.iterator().next().getInteger(0);
          json.appendBuffer(json(id, number));
          return pool.preparedQuery(UPDATE).execute(Tuple.of(number, id));
        })
        .mapEmpty();
  }

  private static void many(HttpServerRequest request, int count, Step step) {
    var json = Buffer.buffer("[");
    append(json, Math.clamp(count, 1, 500), step)
        .onComplete(
            _ -> answer(request.response(), json.appendString("]")),
            failure -> failed(request.response()));
  }

  private static Future<Void> append(Buffer json, int left, Step step) {
    return step.append(json)
        .compose(_ -> {
          if (left == 1) return Future.succeededFuture();
          json.appendByte((byte) ',');
          return append(json, left - 1, step);
        });
  }

  /** Of the only row: all that are asked for are there. */
  private static Buffer json(RowSet<Row> rows) {
    var row = rows.iterator().next();
    return json(row.getInteger(0), row.getInteger(1));
  }

  private static Buffer json(int id, int number) {
    return Buffer.buffer("{\"id\":" + id + ",\"randomNumber\":" + number + "}");
  }

  private static int random() {
    return ThreadLocalRandom.current().nextInt(1, Worlds.ROWS + 1);
  }

  private static void answer(HttpServerResponse response, Buffer json) {
    response.putHeader("content-type", "application/json").end(json);
  }

  private static void failed(HttpServerResponse response) {
    response.setStatusCode(500).end();
  }
}
