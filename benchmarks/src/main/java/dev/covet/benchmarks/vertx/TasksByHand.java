package dev.covet.benchmarks.vertx;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /tasks} by hand: the signature and the time of the token, the body, and three
 * statements in a transaction, each awaited before the next one is sent.
 */
public final class TasksByHand extends AbstractVerticle {
  private static final String FIND = "SELECT id FROM category WHERE name = $1";
  private static final String ADD =
      "INSERT INTO category (name) VALUES ($1) ON CONFLICT (name) DO NOTHING RETURNING id";
  private static final String CREATE =
      "INSERT INTO task (title,description,status,priority,start_date,due_date,tags,category_id,"
          + "owner_id,created_at,updated_at) VALUES ($1,$2,$3,$4,$5,$6,$7::text::json,$8,$9,$10,$10)"
          + " RETURNING id";
  private static final String READ =
      "SELECT t.id,t.title,t.description,t.status,t.priority,t.start_date,t.due_date,t.tags::text,"
          + "t.category_id,t.owner_id,t.created_at,t.updated_at,c.name FROM task t"
          + " LEFT JOIN category c ON c.id = t.category_id WHERE t.id = $1 AND t.owner_id = $2";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");
  private static final String BEARER = "Bearer ";

  private final Pool pool;
  private final Mac mac;

  /** Runs until the process is ended; a verticle for each core. */
  public static void main(String[] args) {
    VertxServer.run(TasksByHand::new);
  }

  private TasksByHand(Pool pool) {
    this.pool = pool;
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(System.getenv("JWT_SECRET").getBytes(UTF_8), "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void start(Promise<Void> started) {
    VertxServer.listen(vertx, this::handle, started);
  }

  private void handle(HttpServerRequest request) {
    var owner = owner(request.getHeader("Authorization"));
    if (owner == null) {
      request.response().setStatusCode(401).putHeader("content-length", "0").end();
      return;
    }
    request
        .body()
        .compose(body -> create(body.toJsonObject(), owner))
        .onComplete(
            task ->
                request
                    .response()
                    .setStatusCode(201)
                    .putHeader("content-type", "application/json")
                    .end(Objects.requireNonNull(task).toBuffer()),
            failure -> {
              var status = status(failure);
              if (status == 500) System.out.println(failure);
              request.response().setStatusCode(status).end();
            });
  }

  private static int status(Throwable failure) {
    return switch (failure) {
      case DecodeException _ -> 400;
      case IllegalArgumentException _, DateTimeParseException _, ClassCastException _ -> 422;
      default -> 500;
    };
  }

  /** Who is signed in; null for nobody. */
  private @Nullable Long owner(@Nullable String header) {
    if (header == null || !header.startsWith(BEARER)) return null;
    var token = header.substring(BEARER.length());
    var end = token.lastIndexOf('.');
    var middle = token.indexOf('.');
    if (middle < 0 || middle == end) return null;
    var signature = mac.doFinal(token.substring(0, end).getBytes(ISO_8859_1));
    var decoder = Base64.getUrlDecoder();
    if (!MessageDigest.isEqual(signature, decoder.decode(token.substring(end + 1)))) return null;
    var claims =
        new JsonObject(new String(decoder.decode(token.substring(middle + 1, end)), UTF_8));
    return Instant.now().getEpochSecond() < claims.getLong("exp") ? claims.getLong("id") : null;
  }

  private Future<@Nullable JsonObject> create(JsonObject wanted, long owner) {
    var title = wanted.getString("title");
    var priority = wanted.getInteger("priority", 3);
    if (title == null || title.isBlank() || title.length() > 200 || priority < 1 || priority > 5) {
      throw new IllegalArgumentException("title or priority");
    }
    var values =
        Tuple.tuple()
            .addString(title)
            .addString(wanted.getString("description", ""))
            .addString(wanted.getString("status", "todo").toUpperCase(Locale.ROOT))
            .addInteger(priority)
            .addLocalDate(date(wanted.getString("start_date")))
            .addLocalDate(date(wanted.getString("due_date")))
            .addString(wanted.getJsonArray("tags", new JsonArray()).encode());
    return pool.withTransaction(db ->
        inCategory(db, wanted.getString("category_name"), values)
            .compose(_ -> insert(db, values.addLong(owner)))
            .compose(id -> db.preparedQuery(READ).execute(Tuple.of(id, owner)))
            .map(rows -> json(rows.iterator().next())));
  }

  private static @Nullable LocalDate date(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  private static Future<Tuple> inCategory(SqlConnection db, @Nullable String name, Tuple values) {
    if (name == null) return Future.succeededFuture(values.addLong(null));
    return db.preparedQuery(FIND)
        .execute(Tuple.of(name))
        .compose(rows ->
            rows.size() > 0
                ? Future.succeededFuture(rows.iterator().next().getLong(0))
                : add(db, name))
        .map(values::addLong);
  }

  /** Somebody else may have added it meanwhile. */
  private static Future<Long> add(SqlConnection db, String name) {
    return db.preparedQuery(ADD)
        .execute(Tuple.of(name))
        .compose(rows ->
            rows.size() > 0
                ? Future.succeededFuture(rows)
                : db.preparedQuery(FIND).execute(Tuple.of(name)))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  private static Future<Long> insert(SqlConnection db, Tuple values) {
    return db.preparedQuery(CREATE)
        .execute(values.addOffsetDateTime(OffsetDateTime.now(ZoneOffset.UTC)))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  private static JsonObject json(Row row) {
    var category = row.getLong(8);
    return new JsonObject()
        .put("id", row.getLong(0))
        .put("title", row.getString(1))
        .put("description", row.getString(2))
        .put("status", row.getString(3).toLowerCase(Locale.ROOT))
        .put("priority", row.getInteger(4))
        .put("start_date", text(row.getLocalDate(5)))
        .put("due_date", text(row.getLocalDate(6)))
        .put("tags", new JsonArray(row.getString(7)))
        .put("category_id", category)
        .put("owner_id", row.getLong(9))
        .put("created_at", TIME.format(row.getOffsetDateTime(10)))
        .put("updated_at", TIME.format(row.getOffsetDateTime(11)))
        .put(
            "category",
            category == null
                ? null
                : new JsonObject().put("id", category).put("name", row.getString(12)));
  }

  private static @Nullable String text(@Nullable LocalDate date) {
    return date == null ? null : date.toString();
  }
}
