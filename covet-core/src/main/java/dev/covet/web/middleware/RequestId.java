package dev.covet.web.middleware;

import dev.covet.base.observe.LogContext;
import dev.covet.base.observe.TraceContext;
import dev.covet.web.http.Content;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives every request an ID and returns it as {@code X-Request-Id}; each log line of the request's
 * thread has it as {@code request_id}, also while a streamed body is written. Calls of other
 * services pass it on, and the trace that the client sent.
 */
public final class RequestId implements Middleware {
  static final String HEADER = "X-Request-Id";

  /** Longest ID accepted from a client, in characters; a longer one is replaced. */
  static final int LENGTH_MAX = 128;

  private final String prefix = UUID.randomUUID().toString().substring(0, 8);
  private final AtomicLong count = new AtomicLong();

  @Override
  public Response handle(Request request, Handler next) {
    var id = request.header(HEADER).filter(RequestId::isSafe).orElseGet(this::create);
    try (var _ = LogContext.ofRequest(id)) {
      var response = traced(request.withId(id), next).withHeader(HEADER, id);
      return switch (response.content()) {
        case Content.Stream(var length, var writer) ->
            response.withContent(new Content.Stream(length, named(id, writer)));
        case Content.Dialogue(var talk, var deflates) ->
            response.withContent(new Content.Dialogue(talking(id, talk), deflates));
        default -> response;
      };
    }
  }

  private static Response traced(Request request, Handler next) {
    var parent = request.headers().first("traceparent");
    if (parent == null) return next.handle(request);
    return TraceContext.of(parent, request.headers().first("tracestate"))
        .map(trace -> trace.run(() -> next.handle(request)))
        .orElseGet(() -> next.handle(request));
  }

  /** What writes a body later, in lines of the same request. */
  private static Content.Writer named(String id, Content.Writer writer) {
    return writer.through(out -> {
      try (var _ = LogContext.ofRequest(id)) {
        writer.writeTo(out);
      }
    });
  }

  private static Content.Talk talking(String id, Content.Talk talk) {
    return line -> {
      try (var _ = LogContext.ofRequest(id)) {
        talk.over(line);
      }
    };
  }

  /** IDs reach log lines, so only letters, digits, '-' and '_' are let in. */
  private static boolean isSafe(String id) {
    return !id.isEmpty() && id.length() <= LENGTH_MAX && id.chars().allMatch(RequestId::isSafe);
  }

  private static boolean isSafe(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }

  /**
   * Unique among processes by its random prefix, and cheap: no random bytes are drawn for a
   * request.
   */
  private String create() {
    return prefix + Long.toHexString(count.incrementAndGet());
  }
}
