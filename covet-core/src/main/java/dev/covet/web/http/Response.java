package dev.covet.web.http;

import dev.covet.api.ErrorReport;
import dev.covet.api.Html;
import dev.covet.header.ContentDisposition;
import dev.covet.header.HeaderValues;
import dev.covet.web.message.FileTypes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a client is answered. Immutable: a change is another response that ends as this one. */
public final class Response {
  private static final HeaderList TEXT =
      HeaderList.trusted("Content-Type", "text/plain; charset=utf-8");
  private static final HeaderList HTML =
      HeaderList.trusted("Content-Type", "text/html; charset=utf-8");
  private static final HeaderList JSON = HeaderList.trusted("Content-Type", "application/json");

  private static final int SWITCHING = 101;
  private static final int STATUS_MIN = 200;
  private static final int STATUS_MAX = 599;

  private final int status;
  private final HeaderList headers;
  private final Content content;
  private final @Nullable Throwable fault;
  private final @Nullable ErrorReport report;
  private final @Nullable End end;

  private Response(int status, HeaderList headers, Content content) {
    this(status, headers, content, null, null, null);
  }

  private Response(
      int status,
      HeaderList headers,
      Content content,
      @Nullable Throwable fault,
      @Nullable ErrorReport report,
      @Nullable End end) {
    var isAnswer = status >= STATUS_MIN && status <= STATUS_MAX;
    if (!isAnswer && !(status == SWITCHING && content instanceof Content.Dialogue)) {
      throw new IllegalArgumentException("a response has a status from 200 to 599, not " + status);
    }
    this.status = status;
    this.headers = headers;
    this.content = content;
    this.fault = fault;
    this.report = report;
    this.end = end;
  }

  /** A response without a body, such as 204. */
  public static Response empty(int status) {
    return new Response(status, HeaderList.EMPTY, Content.None.IT);
  }

  /** 200 with a text. */
  public static Response text(String text) {
    return new Response(200, TEXT, utf8(text));
  }

  /** 200 with a page. */
  public static Response html(Html page) {
    return new Response(200, HTML, utf8(page.text()));
  }

  /** A JSON text that is ready; whoever gives the array does not change it any more. */
  public static Response json(int status, byte[] json) {
    return new Response(status, JSON, new Content.Bytes(json));
  }

  /** 200 with bytes of a media type; whoever gives the array does not change it any more. */
  public static Response bytes(String mediaType, byte[] bytes) {
    return of(200, mediaType, new Content.Bytes(bytes));
  }

  /**
   * 200 with a file, whose type its name says ({@link FileTypes}). Where an app sends it, to {@code
   * GET} and {@code HEAD}, it has {@code Content-Length}, {@code ETag} and {@code Last-Modified},
   * ranges (RFC 9110, 14) and conditions (RFC 9110, 13) are understood, and a file that is not
   * there is a 404; a handler's own fields stay. It is opened when the handler has returned, on no
   * event loop, and closed at the end of the response. Links lead where they lead: check a name
   * that a client has sent before it becomes a path.
   */
  public static Response file(Path path) {
    var name = path.getFileName();
    return of(200, FileTypes.of(name == null ? "" : name.toString()), new Content.File(path));
  }

  /**
   * 200 with a file that the client is to save, as {@link #file}.
   *
   * @param fileName what it is to be called there, any text (RFC 6266); it says the type, too
   */
  public static Response download(Path path, String fileName) {
    return of(200, FileTypes.of(fileName), new Content.File(path))
        .withHeader("Content-Disposition", ContentDisposition.attachment(fileName).text());
  }

  /** A response with a body of any kind. */
  public static Response of(int status, String mediaType, Content content) {
    return new Response(status, HeaderList.checked("Content-Type", mediaType), content);
  }

  /**
   * 303: the client is to {@code GET} another place (RFC 9110, 15.4.4). Where that comes from a
   * client, check it by {@link RedirectTargets}: {@code //evil.example}, {@code /\evil.example} and
   * {@code https://evil.example} lead to another host.
   *
   * @param location what cannot stand in a URI is percent-encoded
   */
  public static Response redirect(String location) {
    return empty(303).withHeader("Location", HeaderValues.uri(location));
  }

  /** 101: the connection goes on as a WebSocket (RFC 9110, 15.2.2). */
  public static Response switching(Content.Dialogue dialogue) {
    return new Response(SWITCHING, HeaderList.EMPTY, dialogue);
  }

  private static Content utf8(String text) {
    return new Content.Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The status code. */
  public int status() {
    return status;
  }

  /** The header fields; those of framing and {@code Date} are the server's. */
  public Headers headers() {
    return headers;
  }

  /** The first value of a header field. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.first(name));
  }

  /** The body. */
  public Content content() {
    return content;
  }

  /** What was thrown further in, if that is why this is the answer. */
  public Optional<Throwable> fault() {
    return Optional.ofNullable(fault);
  }

  /**
   * What the client is told of an error, whatever the app's error format made of it; empty unless
   * the answer is an error that was told by it.
   */
  public Optional<ErrorReport> report() {
    return Optional.ofNullable(report);
  }

  /**
   * This response with another status.
   *
   * @param status 200 to 599; what is less is no answer yet (RFC 9110, 15.2)
   * @throws IllegalArgumentException if it is not in that range
   */
  public Response withStatus(int status) {
    return new Response(status, headers, content, fault, report, end);
  }

  /**
   * This response with one field in the place of all of its name.
   *
   * @throws IllegalArgumentException if the name is no token or one of framing ({@code
   *     Content-Length}), or the value has a control character
   */
  public Response withHeader(String name, String value) {
    HeaderText.check(name, value);
    return withHeaders(headers.with(name, value));
  }

  /** As {@link #withHeader}, for several fields by their names. */
  public Response withHeaders(Map<String, String> fields) {
    var response = this;
    for (var field : fields.entrySet()) {
      response = response.withHeader(field.getKey(), field.getValue());
    }
    return response;
  }

  /** This response with one field more, beside others of its name; refuses as withHeader does. */
  public Response plusHeader(String name, String value) {
    HeaderText.check(name, value);
    return withHeaders(headers.plus(name, value));
  }

  /**
   * This response, which depends on what the request says in a field: caches keep one for each of
   * its values (RFC 9110, 12.5.5).
   */
  public Response varying(String field) {
    var known = headers.elements("Vary");
    if (known.stream().anyMatch(each -> each.equals("*") || each.equalsIgnoreCase(field))) {
      return this;
    }
    return known.isEmpty()
        ? withHeader("Vary", field)
        : withHeader("Vary", String.join(", ", known) + ", " + field);
  }

  /** This response without the fields of a name. */
  public Response withoutHeader(String name) {
    return withHeaders(headers.without(name));
  }

  /** This response with those of the given fields whose name it does not have. */
  public Response withMissing(Headers defaults) {
    return defaults instanceof HeaderList list ? withHeaders(headers.plusMissing(list)) : this;
  }

  private Response withHeaders(HeaderList headers) {
    return new Response(status, headers, content, fault, report, end);
  }

  /**
   * This response as it leaves in answer to a method: without a body where there must be none. What
   * carries responses to clients asks this, and decides nothing of the kind itself: the length of
   * the content is the one to announce, -1 for none, and bytes or a stream are written.
   */
  public Response sentFor(Method method) {
    var sent = content.sent(method, status);
    return sent.equals(content) ? this : withContent(sent);
  }

  /** This response with another body. */
  public Response withContent(Content content) {
    return new Response(status, headers, content, fault, report, end);
  }

  /** This response with what was thrown to cause it. */
  public Response withFault(Throwable fault) {
    return new Response(status, headers, content, fault, report, end);
  }

  /** This response with the error that it tells. */
  public Response withReport(ErrorReport report) {
    return new Response(status, headers, content, fault, report, end);
  }

  /** Whether anything is to be done when this ends. */
  boolean endsSomething() {
    return end != null;
  }

  /** Whether the end of this is the end of another, which was made from it or it from that. */
  boolean endsAs(Response other) {
    return Objects.equals(end, other.end);
  }

  /** This response, whose end is this alone: for an app, which ends all that it was given. */
  public Response endedBy(Consumer<Ending> end) {
    return new Response(status, headers, content, fault, report, new End(null, end));
  }

  /**
   * This response without its request, to be given for others: nothing ends with it, and it tells
   * of no fault.
   *
   * @throws IllegalStateException if its body is a stream, which comes once
   */
  public Response detached() {
    if (content instanceof Content.Stream) {
      throw new IllegalStateException("A streamed body comes once, and only for its request");
    }
    return new Response(status, headers, content, null, report, null);
  }

  /** This response, and one thing more to do when it ends, after what is to be done already. */
  public Response onEnd(Consumer<Ending> then) {
    return new Response(status, headers, content, fault, report, new End(end, then));
  }

  /**
   * Ends this response: closes what its request opened. Whoever was given a response calls it once
   * the body is handed over, written, or given up; a second call does nothing. Thread-safe.
   */
  public void end(Ending how) {
    if (end != null) end.run(how);
  }

  /** What is to be done at the end, shared by a response and all made from it. */
  private static final class End {
    private final @Nullable End before;
    private final Consumer<Ending> then;
    private final AtomicBoolean done = new AtomicBoolean();

    End(@Nullable End before, Consumer<Ending> then) {
      this.before = before;
      this.then = then;
    }

    void run(Ending how) {
      try {
        if (before != null) before.run(how);
      } finally {
        if (done.compareAndSet(false, true)) then.accept(how);
      }
    }
  }
}
