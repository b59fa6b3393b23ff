package dev.covet.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One request, as its bytes go over the wire; it may have several forms, sent in turn. */
public final class Call {
  private static final String FIRST_FIELD = "Host: 127.0.0.1\r\n";

  /** The requests that are answered without a database, the headline last. */
  public static final List<Call> ALL =
      List.of(
          get("plaintext", "/plaintext"),
          get("json", "/json"),
          get("users", "/users/42?verbose=true"),
          get("items", "/items?limit=50"),
          post("orders_bad", 422, "/orders", text("order_bad.json")),
          post("orders", 200, "/orders", text("order.json")));

  /** Those that need one: answers of one request differ, also in length. */
  public static final List<Call> DATABASE =
      List.of(
          get("db", "/db?id=42").ofAnyLength(),
          get("queries", "/queries?n=20").ofAnyLength(),
          get("updates", "/updates?n=5").ofAnyLength());

  private final String name;
  private final int status;
  private final List<byte[]> forms;
  private final boolean isAlike;
  private final boolean isHttp2;

  private Call(String name, int status, List<byte[]> forms, boolean isAlike) {
    this(name, status, forms, isAlike, false);
  }

  private Call(String name, int status, List<byte[]> forms, boolean isAlike, boolean isHttp2) {
    this.name = name;
    this.status = status;
    this.forms = forms;
    this.isAlike = isAlike;
    this.isHttp2 = isHttp2;
  }

  /** A request without a body, that is answered 200. */
  public static Call get(String name, String target) {
    return new Call(name, 200, List.of(bytes("GET " + target, "")), true);
  }

  /** A request with a body of JSON; where there are several, each form has one of them. */
  public static Call post(String name, int status, String target, String... json) {
    var forms = Stream.of(json).map(body -> bytes("POST " + target, content(body))).toList();
    return new Call(name, status, forms, true);
  }

  private static String content(String json) {
    return "Content-Type: application/json\r\nContent-Length: %s\r\n\r\n%s"
        .formatted(json.getBytes(UTF_8).length, json);
  }

  private static byte[] bytes(String start, String rest) {
    var end = rest.isEmpty() ? "\r\n" : rest;
    return (start + " HTTP/1.1\r\n" + FIRST_FIELD + "Accept: application/json\r\n" + end)
        .getBytes(UTF_8);
  }

  private static String text(String resource) {
    return new String(resource(resource), UTF_8);
  }

  /** The bytes of a file beside this class, such as {@code order.json}. */
  public static byte[] resource(String name) {
    try (var in = Call.class.getResourceAsStream(name)) {
      if (in == null) throw new IllegalStateException(name + " is missing");
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The request of this name. */
  public static Call named(String name) {
    return ALL.stream().filter(call -> call.name.equals(name)).findFirst().orElseThrow();
  }

  /** This request, whose answers differ in length. */
  public Call ofAnyLength() {
    return new Call(name, status, forms, false);
  }

  /** This request, which has no body, by HTTP/2; its answer comes as one frame of data. */
  public Call overHttp2() {
    return new Call(name, status, forms, isAlike, true);
  }

  /** This request, whose right answer has another status. */
  public Call answered(int other) {
    return new Call(name, other, forms, isAlike);
  }

  /**
   * This request with one field more; where there are several values, each form has one of them.
   */
  public Call with(String field, List<String> values) {
    var count = Math.max(forms.size(), values.size());
    var more =
        IntStream.range(0, count)
            .mapToObj(i -> with(form(i), field + ": " + values.get(i % values.size()) + "\r\n"))
            .toList();
    return new Call(name, status, more, isAlike);
  }

  private static byte[] with(byte[] form, String line) {
    return new String(form, UTF_8).replace(FIRST_FIELD, FIRST_FIELD + line).getBytes(UTF_8);
  }

  /** What the goals call it. */
  public String name() {
    return name;
  }

  /** What is asked for: path and query. */
  String target() {
    return new String(form(0), UTF_8).split(" ", 3)[1];
  }

  /** Whether it goes by HTTP/2. */
  boolean isHttp2() {
    return isHttp2;
  }

  /** Whether answers have one length. */
  public boolean isAlike() {
    return isAlike;
  }

  /** The status of the right answer. */
  public int status() {
    return status;
  }

  /** How many forms it has. */
  public int forms() {
    return forms.size();
  }

  /**
   * The whole request; the array itself, which nobody changes.
   *
   * @param turn which form, over and over again
   */
  public byte[] form(int turn) {
    return forms.get(turn % forms.size());
  }
}
