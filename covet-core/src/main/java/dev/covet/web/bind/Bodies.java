package dev.covet.web.bind;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.covet.api.NotFound;
import dev.covet.api.Reply;
import dev.covet.base.json.Codec;
import dev.covet.base.json.Json;
import dev.covet.base.loop.Failures;
import dev.covet.base.problem.Problems;
import dev.covet.web.http.Content;
import dev.covet.web.http.MediaTypes;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.message.MediaType;
import dev.covet.web.stream.Events;
import dev.covet.web.stream.MessageForm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the bodies that handlers take, and makes answers of what they return. Thread-safe. */
public final class Bodies {
  /** The longest body that may be a {@code null} alone, with what stands around it. */
  private static final int NULL_BYTES_MAX = 64;

  private final Json json;
  private final boolean checksAnswers;
  private final SocketTerms sockets;

  private Bodies(Json json, boolean checksAnswers, SocketTerms sockets) {
    this.json = json;
    this.checksAnswers = checksAnswers;
    this.sockets = sockets;
  }

  /** Bodies that are read and written by this JSON; answers are trusted. */
  public static Bodies of(Json json) {
    return new Bodies(json, false, SocketTerms.PLAIN);
  }

  /** These bodies, but an answer that breaks its own type's constraints is a fault. */
  public Bodies checkingAnswers() {
    return new Bodies(json, true, sockets);
  }

  /** These bodies, with WebSockets on these terms. */
  public Bodies withSockets(SocketTerms terms) {
    return new Bodies(json, checksAnswers, terms);
  }

  /**
   * A request whose body is read as it is.
   *
   * @throws dev.covet.web.message.UnsupportedMediaType if it is not as it was before a coding
   */
  public static Request plain(Request request) {
    MediaTypes.requirePlain(request.headers());
    return request;
  }

  /**
   * The body as a value; none at all is the problem {@code missing}.
   *
   * @return the value; of no meaning if there are problems
   * @throws dev.covet.web.message.UnsupportedMediaType if it is no JSON by its type, before it is
   *     read
   * @throws dev.covet.web.message.BodyTooLarge if it is longer than the route takes
   * @throws dev.covet.base.json.MalformedJson if it is no JSON, or passes a limit
   */
  public <T> @Nullable T read(Request request, Codec<T> codec, Problems problems) {
    if (request.body().length() != 0) MediaTypes.requireJson(request.headers());
    return json.read(request.bytes(), codec, problems, "body");
  }

  /**
   * The body as a value; null if there is none at all, if it is the {@code null} of JSON, or if
   * there are problems.
   */
  public <T> @Nullable T readIfAny(Request request, Codec<T> codec, Problems problems) {
    if (isEmpty(request)) return null;
    MediaTypes.requireJson(request.headers());
    return isNull(request.bytes()) ? null : read(request, codec, problems);
  }

  /** The body as a value; another one if there is none at all. */
  public <T> @Nullable T readOr(Request request, Codec<T> codec, Problems problems, T otherwise) {
    return isEmpty(request) ? otherwise : read(request, codec, problems);
  }

  private static boolean isEmpty(Request request) {
    return request.body().length() == 0 || request.bytes().length == 0;
  }

  private static boolean isNull(byte[] json) {
    return json.length <= NULL_BYTES_MAX && new String(json, ISO_8859_1).strip().equals("null");
  }

  /**
   * A value as JSON.
   *
   * @param request what it answers; lends the writer of the event loop that it came by
   * @throws IllegalStateException if the value breaks its constraints and answers are checked
   */
  public <T> Response json(Request request, int status, Codec<T> codec, T value) {
    Objects.requireNonNull(value, "the handler returned null");
    if (checksAnswers) {
      var problems = new Problems();
      codec.check(problems.at("answer"), value);
      orThrow(problems);
    }
    return Response.json(status, request.writers().write(codec, value));
  }

  private static void orThrow(Problems problems) {
    if (!problems.isEmpty()) {
      throw new IllegalStateException(
          "the response breaks its own constraints: " + problems.list());
    }
  }

  /**
   * Values that are written as they come, and only as fast as the client takes them. The stream is
   * closed once, at the end of the response, however that comes. What the first value throws is
   * thrown here; what a later one throws ends the connection.
   *
   * @param mediaType of JSON Lines for a line each, else for a JSON array
   * @throws IllegalStateException if a value cannot be written, or breaks its constraints and
   *     answers are checked
   */
  public <T> Response values(
      int status, Codec<T> codec, Stream<? extends T> values, String mediaType) {
    Objects.requireNonNull(values, "the handler returned null");
    try {
      var framing = ValueStream.Framing.of(mediaType);
      var writer = new ValueStream<T>(framing, codec, check(codec), values);
      var content = new Content.Stream(-1, writer);
      return Response.of(status, mediaType, content).onEnd(_ -> values.close());
    } catch (Throwable failure) {
      var _ = Failures.after(failure, values::close);
      throw failure;
    }
  }

  /**
   * Events that are sent as they come, by a source that is asked for them once the head has left.
   */
  public <T> Response events(int status, Codec<T> codec, Events<T> events) {
    Objects.requireNonNull(events, "the handler returned null");
    return events.response(status, codec, check(codec));
  }

  /**
   * Makes sure that a request opens a WebSocket, and may.
   *
   * @throws dev.covet.api.ApiError if it does not, or must not (400, 403, 426)
   */
  public void checkSocket(Request request) {
    sockets.handshake().check(request);
  }

  /** Messages as JSON by a codec. */
  public <T> MessageForm<T> messages(Codec<T> codec) {
    return MessageForm.json(json, codec, checksAnswers);
  }

  /** The answer to a request that was checked: a WebSocket, which a handler has to itself. */
  public <I, O> Response socket(
      Request request, MessageForm<I> in, MessageForm<O> out, SocketTerms.Handler<I, O> handler) {
    return sockets.answer(request, in, out, handler);
  }

  private <T> ObjLongConsumer<T> check(Codec<T> codec) {
    return checksAnswers
        ? (value, number) -> {
          var problems = new Problems();
          codec.check(problems.at("answer", "" + number), value);
          orThrow(problems);
        }
        : (_, _) -> {};
  }

  /**
   * What a handler has found.
   *
   * @param what the name of a thing of this kind, for the message: {@code Hero}
   * @throws NotFound if there is nothing
   */
  public static <T> T found(Optional<T> value, String what) {
    if (value.isEmpty()) throw new NotFound(what + " not found");
    return value.get();
  }

  /** The answer for a reply's value, with the reply's own status, headers and cookies. */
  public static Response as(Reply<?> reply, Response response) {
    var answer = response.withStatus(reply.status().orElse(response.status()));
    for (Map.Entry<String, String> header : reply.headers()) {
      answer =
          header.getKey().equalsIgnoreCase("Set-Cookie")
              ? answer.plusHeader(header.getKey(), header.getValue())
              : answer.withHeader(header.getKey(), header.getValue());
    }
    return answer;
  }

  /**
   * Which of several types the answer to a request has: the one that its {@code Accept} likes best,
   * else the first (RFC 9110, 12.5.1). No request is refused for what it likes.
   */
  public static String accepted(Request request, String... types) {
    var ranges = MediaType.list(String.join(",", request.headers().all("Accept")));
    var best = types[0];
    for (var type : types) {
      if (quality(ranges, type) > quality(ranges, best)) best = type;
    }
    return best;
  }

  private static double quality(List<MediaType> ranges, String type) {
    return MediaType.quality(ranges, type.split(";", -1)[0].strip().toLowerCase(Locale.ROOT));
  }

  /** Bytes that are read as the client takes them; the stream is closed at the answer's end. */
  public static Response stream(int status, String mediaType, InputStream in) {
    var content = new Content.Stream(-1, in::transferTo);
    return Response.of(status, mediaType, content).onEnd(_ -> close(in));
  }

  private static void close(InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
