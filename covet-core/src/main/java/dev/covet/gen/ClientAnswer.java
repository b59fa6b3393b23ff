package dev.covet.gen;

import dev.covet.api.ApiError;
import dev.covet.api.ErrorReport;
import dev.covet.api.Html;
import dev.covet.api.Invalid;
import dev.covet.api.Problem;
import dev.covet.api.Reply;
import dev.covet.api.UpstreamError;
import dev.covet.base.codec.Codecs;
import dev.covet.base.json.Codec;
import dev.covet.base.json.Json;
import dev.covet.base.observe.LogText;
import dev.covet.schema.BuiltInError;
import dev.covet.web.http.Caller;
import dev.covet.web.http.Content;
import dev.covet.web.http.Response;
import dev.covet.web.http.UnexpectedAnswer;
import dev.covet.web.message.MediaType;
import dev.covet.web.stream.Event;
import dev.covet.web.stream.EventReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a call of a generated client, as the handler's result; an error response is thrown
 * as its class. Immutable.
 */
public final class ClientAnswer {
  private static final Json JSON = new Json();

  private final String call;
  private final Response response;
  private final ClientErrors errors;
  private final Caller caller;
  private final boolean isReply;

  ClientAnswer(String call, Response response, ClientErrors errors, Caller caller) {
    this.call = call;
    this.response = response;
    this.errors = errors;
    this.caller = caller;
    this.isReply = false;
  }

  /** The same, of which any status is fine. */
  private ClientAnswer(ClientAnswer answer) {
    this.call = answer.call;
    this.response = answer.response;
    this.errors = answer.errors;
    this.caller = answer.caller;
    this.isReply = true;
  }

  /** Nothing, in success. */
  public @Nullable Void nothing() {
    succeed();
    return null;
  }

  /** The body, read from JSON strictly and with all constraints. */
  public <T> T json(Codec<T> codec) {
    succeed();
    return read(body(), codec);
  }

  /** The values of a JSON array, or of JSON Lines, which are all there already. */
  public <T> Stream<T> values(Codec<T> value) {
    return isOfLines()
        ? text().lines().map(each -> read(each.getBytes(StandardCharsets.UTF_8), value))
        : json(Codecs.list(value)).stream();
  }

  /** The events of an answer that is there whole, whose data is JSON. */
  public <T> Stream<Event<T>> events(Codec<T> value) {
    return events()
        .map(each -> {
          var read = read(each.value().getBytes(StandardCharsets.UTF_8), value);
          return new Event<>(read, each.id(), each.name(), each.retry());
        });
  }

  /** The events of an answer that is there whole, whose data is text. */
  public Stream<Event<String>> events() {
    succeed();
    var reader = new EventReader(new ByteArrayInputStream(body()));
    var events = new ArrayList<Event<String>>();
    try {
      for (var each = reader.next(); each != null; each = reader.next()) events.add(each);
    } catch (IOException | IllegalArgumentException e) {
      throw unexpected("what is not a stream of events (" + e.getMessage() + ")", e);
    }
    return events.stream();
  }

  private boolean isOfLines() {
    var type = response.header("Content-Type").orElse("");
    return type.startsWith("application/jsonl") || type.startsWith("application/x-ndjson");
  }

  /** The first of some answers that has this status and can be read. */
  @SafeVarargs
  public final <T> T oneOf(ClientCase<? extends T>... cases) {
    report().ifPresent(this::fail);
    RuntimeException failure = null;
    for (var each : cases) {
      if (each.status() != response.status()) continue;
      try {
        return read(each);
      } catch (UnexpectedAnswer | UpstreamError e) {
        failure = e;
      }
    }
    throw failure == null ? unexpected("" + response.status(), null) : failure;
  }

  private <T> T read(ClientCase<T> one) {
    var codec = one.codec();
    return codec == null ? Objects.requireNonNull(one.empty()) : read(body(), codec);
  }

  private <T> T read(byte[] bytes, Codec<T> codec) {
    var type = response.header("Content-Type").orElse("application/json");
    if (MediaType.list(type).stream().noneMatch(each -> isOfJson(each))) {
      throw unexpected("what is not JSON but " + LogText.safe(type), null);
    }
    try {
      return JSON.read(bytes, codec);
    } catch (Invalid e) {
      throw unexpected("an answer that breaks constraints: " + codes(e.problems()), e);
    } catch (ApiError e) {
      throw unexpected("no valid JSON (" + e.message() + ")", e);
    }
  }

  private static boolean isOfJson(MediaType type) {
    return type.isJson()
        || type.type().startsWith("application/jsonl")
        || type.type().equals("application/x-ndjson")
        || type.type().equals("text/event-stream");
  }

  /** What is wrong; where it is can be a client's key of a map. */
  private static String codes(List<Problem> problems) {
    return problems.stream().map(Problem::code).distinct().collect(Collectors.joining(", "));
  }

  /** The body in UTF-8. */
  public String text() {
    succeed();
    return decoded();
  }

  /** The body as a page. */
  public Html html() {
    return Html.raw(text());
  }

  /** The body. */
  public byte[] bytes() {
    succeed();
    return body();
  }

  /** The body, which is there already. */
  public InputStream stream() {
    return new ByteArrayInputStream(bytes());
  }

  /** The whole answer, whatever its status is; an error response is thrown. */
  public Response response() {
    report().ifPresent(this::fail);
    return response;
  }

  /** What the answer holds; empty for 404. */
  public <T> Optional<T> maybe(Function<ClientAnswer, T> read) {
    var isMissing = report().filter(ClientAnswer::isMissing).isPresent();
    return isMissing ? Optional.empty() : Optional.of(read.apply(this));
  }

  private static boolean isMissing(ErrorReport report) {
    return report.code().isEmpty()
        ? report.status() == BuiltInError.NOT_FOUND.status()
        : report.code().equals(BuiltInError.NOT_FOUND.code());
  }

  /** What the answer holds, with its status and headers; any status is fine. */
  public <T> Reply<T> reply(Function<ClientAnswer, T> read) {
    var reply = Reply.of(read.apply(new ClientAnswer(this))).status(response.status());
    var headers = new ArrayList<Map.Entry<String, String>>();
    response.headers().forEach((name, value) -> headers.add(Map.entry(name, value)));
    for (var each : headers) reply = reply.header(each.getKey(), each.getValue());
    return reply;
  }

  private Optional<ErrorReport> report() {
    return response.report();
  }

  private void succeed() {
    report().ifPresent(this::fail);
    if (!isReply && (response.status() < 200 || response.status() > 299)) {
      throw unexpected("" + response.status(), null);
    }
  }

  private void fail(ErrorReport report) {
    throw errors
        .of(report)
        .<RuntimeException>map(each -> each)
        .orElseGet(() ->
            unexpected(
                (response.status() + " " + report.code()).strip(), response.fault().orElse(null)));
  }

  private RuntimeException unexpected(String what, @Nullable Throwable cause) {
    return caller.failure(
        new UnexpectedAnswer(call + " was answered with " + what, response, decoded(), cause));
  }

  private String decoded() {
    return new String(body(), StandardCharsets.UTF_8);
  }

  private byte[] body() {
    return response.content() instanceof Content.Bytes bytes ? bytes.array().clone() : new byte[0];
  }
}
