package dev.covet.web.middleware;

import dev.covet.base.observe.LogText;
import dev.covet.web.http.Ending;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Refusal;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.message.ClientGone;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a line for a request: for each, or for those that failed (status 500 and up) or were slow.
 * The query, headers and bodies are not in it, since secrets are. {@code status} is what became of
 * the request: of a streamed body that broke off 500, or 499 if the client has left, where {@code
 * sent} is what its head said. What is refused in the app's place has a line that says why, and its
 * handler, which may still be at work, none.
 */
public final class RequestLog implements Middleware {
  /** From this time on a request is slow. */
  static final Duration SLOW_MIN = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger("dev.covet.requests");

  private final boolean logsAll;

  private RequestLog(boolean logsAll) {
    this.logsAll = logsAll;
  }

  /** A line for every request. */
  public static RequestLog all() {
    return new RequestLog(true);
  }

  /** A line for requests that failed or were slow, as in production. */
  public static RequestLog failedOrSlow() {
    return new RequestLog(false);
  }

  @Override
  public Response handle(Request request, Handler next) {
    var response = next.handle(request);
    var nanos = request.context().nanos();
    if (response.content().isWrittenLater()) {
      return response.onEnd(how -> log(request, response, nanos, how));
    }
    log(request, response, nanos, Ending.SENT);
    return response;
  }

  /** The line of a response whose body is written, or about to be if it is there as a whole. */
  private void log(Request request, Response response, long nanos, Ending how) {
    var status = status(response, how);
    var refusal = request.context().refusal();
    if (!logsAll && !isFault(status) && nanos < SLOW_MIN.toNanos()) return;
    if (refusal != null) {
      log(request, refusal, status);
    } else if (!request.context().isReplaced()) {
      log(request, response, nanos, status);
    }
  }

  /** 501 and 505 are about what the client sent: no fault, however often it comes. */
  private static boolean isFault(int status) {
    return status >= 500 && status != 501 && status != 505;
  }

  /** What became of it: a body that broke off is no success, whatever its head said. */
  static int status(Response response, Ending how) {
    return switch (how) {
      case SENT -> response.status();
      case GONE -> ClientGone.STATUS;
      case FAILED -> 500;
    };
  }

  private static void log(Request request, Response response, long nanos, int status) {
    LOG.atInfo()
        .addKeyValue("method", request.method())
        .addKeyValue("path", LogText.safe(request.path()))
        .addKeyValue("status", status)
        .addKeyValue("sent", response.status())
        .addKeyValue("micros", nanos / 1_000)
        .addKeyValue("bytes", response.content().length())
        .addKeyValue("peer", peer(request.peer()))
        .addKeyValue("connection", request.connectionId())
        .log("request");
  }

  /** What the server refused has no handler's time; its peer and the reason tell what went on. */
  private static void log(Request request, Refusal refusal, int status) {
    LOG.atInfo()
        .addKeyValue("method", LogText.safe(request.methodText()))
        .addKeyValue("path", LogText.safe(request.path()))
        .addKeyValue("route", route(request))
        .addKeyValue("status", status)
        .addKeyValue("code", refusal.error().code())
        .addKeyValue("reason", refusal.message())
        .addKeyValue("peer", peer(request.peer()))
        .addKeyValue("connection", request.connectionId())
        .log("request_refused");
  }

  /** The route that would have answered, {@code Class.method}; empty if it is not known. */
  private static String route(Request request) {
    var found = request.found();
    return found == null ? "" : found.route();
  }

  /** Without a port where a proxy, which says none, names the client. */
  private static String peer(InetSocketAddress peer) {
    return peer.getHostString() + (peer.getPort() == 0 ? "" : ":" + peer.getPort());
  }
}
