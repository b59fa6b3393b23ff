package dev.covet.app.health;

import dev.covet.base.json.JsonWriter;
import dev.covet.web.address.OpenConnection;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.middleware.Management;
import dev.covet.web.route.Route;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Lists the open connections of the server in front of an app, the oldest first: {@code
 * /covet/connections}, for management alone. Thread-safe.
 */
public final class ConnectionList implements Handler {
  /** Its path. */
  public static final String PATH = "/covet/connections";

  /** What its route is called. */
  public static final String NAME = Health.NAME + ".connections";

  /** Most connections that are listed; the answer says how many there are. */
  private static final int LISTED_MAX = 1_000;

  private static final int BYTES_HINT = 4_096;

  private final Management management;
  private volatile Supplier<List<OpenConnection>> server = List::of;

  /** Of no server yet. */
  public ConnectionList(Management management) {
    this.management = management;
  }

  /** It is that of a server from now on. */
  public void servedBy(Supplier<List<OpenConnection>> connections) {
    server = connections;
  }

  /** The route that answers with it. */
  public Route route() {
    return Route.get(PATH, NAME, this).inside(List.of(management));
  }

  @Override
  public Response handle(Request request) {
    var all = server.get();
    var json = new JsonWriter(BYTES_HINT);
    json.beginObject();
    json.name("total");
    json.write(all.size());
    json.name("connections");
    json.beginArray();
    all.stream()
        .sorted(Comparator.comparing(OpenConnection::age).reversed())
        .limit(LISTED_MAX)
        .forEach(each -> write(json, each));
    json.endArray();
    json.endObject();
    return Response.json(200, json.toBytes()).withHeader("Cache-Control", "no-store");
  }

  private static void write(JsonWriter json, OpenConnection each) {
    json.beginObject();
    json.field("id", each.id());
    json.field("address", each.address());
    json.field("protocol", each.protocol());
    json.field("state", each.state().name().toLowerCase(Locale.ROOT));
    json.name("age_seconds");
    json.write(each.age().toMillis() / 1_000.0);
    json.name("requests");
    json.write(each.requests());
    json.name("streams");
    json.write(each.streams());
    json.name("bytes_read");
    json.write(each.bytesRead());
    json.name("bytes_written");
    json.write(each.bytesWritten());
    json.endObject();
  }
}
