package dev.covet.benchmarks.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** One request of the common workload, as its bytes go over the wire. */
public final class Call {
  /** The requests that are answered without a database, the headline last. */
  public static final List<Call> ALL =
      List.of(
          get("plaintext", "/plaintext"),
          get("json", "/json"),
          get("users", "/users/42?verbose=true"),
          get("items", "/items?limit=50"),
          post("orders_bad", 422, "/orders", "order_bad.json"),
          post("orders", 200, "/orders", "order.json"));

  /** Those that need one: answers of one request differ, also in length. */
  public static final List<Call> DATABASE =
      List.of(
          get("db", "/db?id=42"), get("queries", "/queries?n=20"), get("updates", "/updates?n=5"));

  private final String name;
  private final int status;
  private final byte[] bytes;

  private Call(String name, int status, byte[] bytes) {
    this.name = name;
    this.status = status;
    this.bytes = bytes;
  }

  private static Call get(String name, String target) {
    return new Call(name, 200, head("GET " + target, ""));
  }

  private static Call post(String name, int status, String target, String resource) {
    var body = resource(resource);
    var head =
        head(
            "POST " + target,
            "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n");
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head);
    bytes.writeBytes(body);
    return new Call(name, status, bytes.toByteArray());
  }

  private static byte[] head(String start, String more) {
    return (start + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n" + more + "\r\n")
        .getBytes(US_ASCII);
  }

  /** The bytes of a file beside this class, such as {@code order.json}. */
  public static byte[] resource(String name) {
    try (var in = Call.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The request of this name. */
  public static Call named(String name) {
    return ALL.stream().filter(call -> call.name.equals(name)).findFirst().orElseThrow();
  }

  /** What the goals call it. */
  public String name() {
    return name;
  }

  /** Whether answers have one length. */
  public boolean isAlike() {
    return !DATABASE.contains(this);
  }

  /** The status of the right answer. */
  public int status() {
    return status;
  }

  /** The whole request; the array itself, which nobody changes. */
  public byte[] bytes() {
    return bytes;
  }
}
