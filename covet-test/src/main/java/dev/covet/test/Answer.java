package dev.covet.test;

import dev.covet.api.ApiError;
import dev.covet.api.ErrorReport;
import dev.covet.api.Invalid;
import dev.covet.api.Problem;
import dev.covet.base.codec.Codecs;
import dev.covet.base.config.StartFaults;
import dev.covet.base.json.Codec;
import dev.covet.base.json.Json;
import dev.covet.gen.Indexes;
import dev.covet.web.http.Headers;
import dev.covet.web.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What the app answered, whole. Thread-safe.
 *
 * <pre>{@code
 * var answer = client.get("/heroes/7");
 * assertThat(answer.status()).isEqualTo(200);
 * assertThat(answer.read(Hero.class).name()).isEqualTo("Spider-Man");
 * }</pre>
 */
public final class Answer {
  private static final Json JSON = new Json();

  private final Received received;
  private final Call call;

  Answer(Received received, Call call) {
    this.received = received;
    this.call = call;
  }

  /** The status code. */
  public int status() {
    return received.status();
  }

  /** The first value of a header field; its name is compared without regard to case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(received.fields().first(name));
  }

  /** All header fields in their order, as a server sends them. */
  public Headers headers() {
    return received.fields();
  }

  /** The body in UTF-8. */
  public String text() {
    return new String(received.body(), StandardCharsets.UTF_8);
  }

  /** The body; a copy. */
  public byte[] bytes() {
    return received.body().clone();
  }

  /**
   * The body, read from JSON as another program would: strictly, and with all constraints.
   *
   * @param type a record with a codec, or {@code JsonValue}
   * @throws AssertionError if the body is no such value
   */
  public <T> T read(Class<T> type) {
    return read(codec(type));
  }

  /**
   * The body, a JSON array, read as {@link #read(Class)} reads one.
   *
   * @param type of its elements
   * @throws AssertionError if the body is no list of such values
   */
  public <T> List<T> readList(Class<T> type) {
    return read(Codecs.list(codec(type)));
  }

  private <T> T read(Codec<T> codec) {
    try {
      return JSON.read(received.body(), codec);
    } catch (Invalid e) {
      throw unread("breaks constraints " + e.problems(), e);
    } catch (ApiError e) {
      throw unread("is not valid JSON (" + e.message() + ")", e);
    }
  }

  /** Where the app answers an error, the status says why nothing can be read. */
  private AssertionError unread(String why, ApiError e) {
    return new AssertionError(
        status() < 300 ? "The response " + why + ": " + this : "The app answered " + this, e);
  }

  static <T> Codec<T> codec(Class<T> type) {
    var part = Indexes.find(type.getClassLoader(), new StartFaults()).codec(type);
    if (part == null) {
      throw new IllegalArgumentException(
          type.isArray()
              ? "Read an array by readList(" + type.componentType().getSimpleName() + ".class)."
              : type.getName() + " has no codec. Put @Model on it.");
    }
    return part.output();
  }

  /**
   * What is wrong with the request, in the order in which the app tells it, whatever its error
   * format; empty if the answer is no error of values.
   */
  public List<TestProblem> problems() {
    return call.report().map(ErrorReport::problems).orElse(List.<Problem>of()).stream()
        .map(TestProblem::of)
        .toList();
  }

  /** The code of the error that the app tells, whatever its error format; empty for no error. */
  public Optional<String> errorCode() {
    return call.report().map(ErrorReport::code);
  }

  /** The number of statements that the request had databases run. */
  public int queries() {
    return call.statements().count();
  }

  /** Status and body, and of a 500 what was thrown, for the messages of failed tests. */
  @Override
  public String toString() {
    var made = status() == 500 ? call.response() : null;
    var thrown = Optional.ofNullable(made).flatMap(Response::fault);
    return status() + " " + text() + thrown.map(it -> " because of " + it).orElse("");
  }
}
