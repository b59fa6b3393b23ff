package dev.covet.client;

import dev.covet.api.ApiError;
import dev.covet.api.Invalid;
import dev.covet.api.NotFound;
import dev.covet.api.Problem;
import dev.covet.api.UpstreamError;
import dev.covet.base.codec.Codecs;
import dev.covet.base.json.Codec;
import dev.covet.base.json.Json;
import dev.covet.schema.BuiltInError;
import dev.covet.web.http.Content;
import dev.covet.web.http.Headers;
import dev.covet.web.http.Response;
import dev.covet.web.http.UnexpectedAnswer;
import dev.covet.web.message.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What another service answered, whole. Immutable. */
public final class HttpAnswer {
  private static final Json JSON = new Json();

  private final String call;
  private final Response response;
  private final FoundCodecs codecs;

  HttpAnswer(String call, Response response, FoundCodecs codecs) {
    this.call = call;
    this.response = response;
    this.codecs = codecs;
  }

  /** The status code, 200 to 599. */
  public int status() {
    return response.status();
  }

  /** The header fields, without those of the connection. */
  public Headers headers() {
    return response.headers();
  }

  /** The first value of a header field; its name is compared without regard to case. */
  public Optional<String> header(String name) {
    return response.header(name);
  }

  /** The body in UTF-8, whatever the status. */
  public String text() {
    return new String(body(), StandardCharsets.UTF_8);
  }

  /** The body, whatever the status; a copy. */
  public byte[] bytes() {
    return body().clone();
  }

  private byte[] body() {
    return response.content() instanceof Content.Bytes bytes ? bytes.array() : new byte[0];
  }

  /**
   * The body, read from JSON strictly and with all constraints.
   *
   * @param type a record with a codec, or {@code JsonValue}
   * @throws NotFound for 404
   * @throws UpstreamError for any other status but one of success, and if it is no such value
   */
  public <T> T read(Class<T> type) {
    return read(codecs.of(type).output());
  }

  /** The body, a JSON array of such values; fails as {@link #read} does. */
  public <T> List<T> readList(Class<T> type) {
    return read(Codecs.list(codecs.of(type).output()));
  }

  private <T> T read(Codec<T> codec) {
    if (status() == BuiltInError.NOT_FOUND.status()) {
      throw new NotFound(BuiltInError.NOT_FOUND.text());
    }
    if (status() > 299) throw unexpected("" + status(), null);
    var type = MediaType.list(header("Content-Type").orElse("application/json"));
    if (type.stream().noneMatch(MediaType::isJson)) throw unexpected("what is not JSON", null);
    try {
      return JSON.read(body(), codec);
    } catch (Invalid e) {
      throw unexpected("what breaks constraints: " + codes(e.problems()), e);
    } catch (ApiError e) {
      throw unexpected("no valid JSON", e);
    }
  }

  private static String codes(List<Problem> problems) {
    return problems.stream().map(Problem::code).distinct().collect(Collectors.joining(", "));
  }

  private UpstreamError unexpected(String what, @Nullable Throwable cause) {
    return Upstream.failed(
        new UnexpectedAnswer(call + " was answered with " + what, response, text(), cause));
  }

  /** The status alone: a body may hold secrets. */
  @Override
  public String toString() {
    return call + ": " + status();
  }
}
