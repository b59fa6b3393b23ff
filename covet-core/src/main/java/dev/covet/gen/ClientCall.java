package dev.covet.gen;

import dev.covet.api.ApiError;
import dev.covet.base.json.Codec;
import dev.covet.base.json.Json;
import dev.covet.base.problem.Problems;
import dev.covet.header.HeaderValues;
import dev.covet.schema.BuiltInError;
import dev.covet.web.error.ErrorFacts;
import dev.covet.web.http.Caller;
import dev.covet.web.http.Headers;
import dev.covet.web.http.Method;
import dev.covet.web.http.Response;
import dev.covet.web.http.Upload;
import dev.covet.web.stream.MessageForm;
import dev.covet.web.stream.Socket;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One call of a generated client, put together value by value; null is not sent. Not thread-safe.
 *
 * <pre>{@code
 * ClientCall.of(caller, Method.GET, "/heroes/{id}").path("id", Codecs.LONG, 7L).send()
 * }</pre>
 */
public final class ClientCall {
  /** The longest body that is read from a stream, in bytes. */
  public static final int BODY_BYTES_MAX = 67_108_864;

  private static final Json JSON = new Json();

  private final Caller caller;
  private final Method method;
  private final String template;
  private final ClientErrors errors;
  private final List<String> query = new ArrayList<>();
  private final List<String> headers = new ArrayList<>();
  private final List<String> cookies = new ArrayList<>();
  private final FormBody form = new FormBody();
  private String path;
  private byte[] body = new byte[0];

  private ClientCall(Caller caller, Method method, String template) {
    this.caller = caller;
    this.method = method;
    this.template = template;
    this.errors = new ClientErrors(caller.throwsUndeclared());
    this.path = template;
  }

  /**
   * A call of a route.
   *
   * @param template its path, with variables in braces
   */
  public static ClientCall of(Caller caller, Method method, String template) {
    return new ClientCall(caller, method, template);
  }

  /**
   * Puts a value in the place of a variable of the path; slashes part it in {@code {rest...}}.
   *
   * @throws IllegalArgumentException if a segment would be empty: that is the path of another route
   */
  public <T> ClientCall path(String name, Codec<T> codec, T value) {
    var text = String.join("/", SentTexts.of(codec, value));
    var rest = "{" + name + "...}";
    path =
        path.contains(rest)
            ? path.replace(rest, segments(name, text))
            : path.replace("{" + name + "}", segment(name, text));
    return this;
  }

  private static String segments(String name, String text) {
    return Arrays.stream(text.split("/", -1))
        .map(each -> segment(name, each))
        .collect(Collectors.joining("/"));
  }

  private static String segment(String name, String text) {
    if (!text.isEmpty()) return HeaderValues.segment(text);
    throw new IllegalArgumentException("No segment of the path's " + name + " may be empty");
  }

  /** Adds a value to the query; a list repeats its name. */
  public <T> ClientCall query(String name, Codec<T> codec, @Nullable T value) {
    SentTexts.of(codec, value).forEach(each -> query.add(pair(name, each)));
    return this;
  }

  /** Adds a value to the fields of a form, which is the body; a list repeats its name. */
  public <T> ClientCall form(String name, Codec<T> codec, @Nullable T value) {
    SentTexts.of(codec, value).forEach(each -> form.text(name, each));
    return this;
  }

  /** Adds a file to the form that is the body, which is {@code multipart/form-data} then. */
  public ClientCall file(String name, @Nullable Upload file) {
    return files(name, file == null ? List.of() : List.of(file));
  }

  /** Adds files of one name to the form that is the body, likewise, even if there are none. */
  public ClientCall files(String name, @Nullable List<Upload> files) {
    form.files(name, files == null ? List.of() : files);
    return this;
  }

  /**
   * Adds to the query each value of a map by its name; a list repeats it.
   *
   * @param known names by which the route reads other values
   * @throws IllegalArgumentException if one of these is a name of the map
   */
  public <T> ClientCall queries(
      Codec<T> codec, @Nullable Map<String, ? extends T> values, Set<String> known) {
    others(values, known).forEach((name, value) -> query(name, codec, value));
    return this;
  }

  /**
   * Adds to the fields of a form each value of a map by its name; a list repeats it.
   *
   * @param known names by which the route reads other values
   * @throws IllegalArgumentException if one of these is a name of the map
   */
  public <T> ClientCall forms(
      Codec<T> codec, @Nullable Map<String, ? extends T> values, Set<String> known) {
    others(values, known).forEach((name, value) -> form(name, codec, value));
    return this;
  }

  private static <T> Map<String, T> others(@Nullable Map<String, T> values, Set<String> known) {
    if (values == null) return Map.of();
    for (var name : values.keySet()) {
      if (known.contains(name)) {
        throw new IllegalArgumentException(name + " would be read as another value of the route");
      }
    }
    return values;
  }

  private static String pair(String name, String text) {
    return encoded(name) + "=" + encoded(text);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /**
   * Adds a header; a list is one with commas between.
   *
   * @throws IllegalArgumentException if a list would be read as another one, since an element has a
   *     comma, a quote or blanks around it, or is empty
   */
  public <T> ClientCall header(String name, Codec<T> codec, @Nullable T value) {
    var texts = SentTexts.of(codec, value);
    if (texts.isEmpty()) return this;
    var joined = String.join(", ", texts);
    if (isSeveral(value) && !Headers.of(name, joined).elements(name).equals(texts)) {
      throw new IllegalArgumentException(
          "An element in the header " + name + " would be read as another, or as several");
    }
    return with(name, joined);
  }

  private static boolean isSeveral(@Nullable Object value) {
    return value instanceof Optional<?> held
        ? isSeveral(held.orElse(null))
        : value instanceof Collection || (value != null && value.getClass().isArray());
  }

  /** Adds a cookie. */
  public <T> ClientCall cookie(String name, Codec<T> codec, @Nullable T value) {
    SentTexts.of(codec, value).forEach(each -> cookies.add(name + "=" + HeaderValues.cookie(each)));
    return this;
  }

  /** Sends a value as JSON. */
  public <T> ClientCall json(Codec<T> codec, @Nullable T value) {
    if (value == null) return this;
    body = JSON.write(codec, value);
    return with("Content-Type", "application/json");
  }

  /** Sends bytes as they are. */
  public ClientCall bytes(byte @Nullable [] bytes) {
    if (bytes == null) return this;
    body = bytes.clone();
    return with("Content-Type", "application/octet-stream");
  }

  /**
   * Sends what a stream holds, as it is; the stream is left open.
   *
   * @throws UncheckedIOException if it cannot be read
   * @throws IllegalArgumentException if it holds more than {@link #BODY_BYTES_MAX}
   */
  public ClientCall stream(@Nullable InputStream stream) {
    return bytes(stream == null ? null : whole(stream));
  }

  private static byte[] whole(InputStream stream) {
    try {
      var bytes = stream.readNBytes(BODY_BYTES_MAX + 1);
      if (bytes.length <= BODY_BYTES_MAX) return bytes;
      throw new IllegalArgumentException("The stream holds more than " + BODY_BYTES_MAX + " bytes");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ClientCall with(String name, String value) {
    headers.add(name);
    headers.add(value);
    return this;
  }

  /**
   * Names an error of the user's that the operation answers.
   *
   * @param made makes it from what the client is told
   */
  public ClientCall raises(ErrorFacts facts, Function<String, ? extends ApiError> made) {
    errors.add(facts, made);
    return this;
  }

  /** Names an error of Covet's own that the operation answers, such as 409. */
  public ClientCall raises(BuiltInError error) {
    errors.add(error);
    return this;
  }

  /** Messages of a WebSocket as JSON by a codec. */
  public static <T> MessageForm<T> messages(Codec<T> codec) {
    return MessageForm.json(JSON, codec, false);
  }

  /**
   * Opens the WebSocket.
   *
   * @param received what it says
   * @param sent what is sent to it
   * @throws RuntimeException the error that the operation documents, if it is refused
   */
  public <I, O> Socket<I, O> socket(MessageForm<I> received, MessageForm<O> sent) {
    if (!cookies.isEmpty()) with("Cookie", String.join("; ", cookies));
    var opening = caller.open(target(), Headers.of(headers.toArray(String[]::new)));
    var line = opening.line();
    if (line == null) {
      answer(opening.response()).nothing();
      throw new IllegalStateException("the answer opens no WebSocket");
    }
    return new Socket<>(
        line,
        received,
        sent,
        Problems::new,
        wrong -> {
          throw wrong;
        });
  }

  private String target() {
    return query.isEmpty() ? path : path + "?" + String.join("&", query);
  }

  private ClientAnswer answer(Response response) {
    return new ClientAnswer((method + " " + template).strip(), response, errors, caller);
  }

  /** Sends it, and waits for the answer. */
  public ClientAnswer send() {
    if (!cookies.isEmpty()) with("Cookie", String.join("; ", cookies));
    if (!form.isEmpty()) {
      body = form.bytes();
      with("Content-Type", form.contentType());
    }
    return answer(caller.call(method, target(), Headers.of(headers.toArray(String[]::new)), body));
  }
}
