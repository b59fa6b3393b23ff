package dev.covet.web.middleware;

import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Refused;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a line for a request: for each, or for those that failed (status 500 and up) or were slow.
 * The query, headers and bodies are not in it, since secrets are. What the server refused in the
 * app's place has a line of its own that says why.
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
    var start = System.nanoTime();
    var response = next.handle(request);
    var nanos = System.nanoTime() - start;
    if (logsAll || response.status() >= 500 || nanos >= SLOW_MIN.toNanos()) {
      log(request, response, nanos);
    }
    return response;
  }

  private static void log(Request request, Response response, long nanos) {
    var refused = request.attachment(Refused.class);
    if (refused != null) {
      log(request, refused);
      return;
    }
    LOG.atInfo()
        .addKeyValue("method", request.method())
        .addKeyValue("path", LogText.safe(request.path()))
        .addKeyValue("status", response.status())
        .addKeyValue("micros", nanos / 1_000)
        .addKeyValue("bytes", response.content().length())
        .addKeyValue("connection", request.connectionId())
        .log("request");
  }

  /** What the server refused has no handler's time; its peer and the reason tell what went on. */
  private static void log(Request request, Refused refused) {
    LOG.atInfo()
        .addKeyValue("method", LogText.safe(refused.method()))
        .addKeyValue("path", LogText.safe(request.path()))
        .addKeyValue("route", refused.route())
        .addKeyValue("status", refused.why().status())
        .addKeyValue("code", refused.why().code())
        .addKeyValue("reason", refused.why().message())
        .addKeyValue("peer", peer(request.peer()))
        .addKeyValue("connection", request.connectionId())
        .log("request_refused");
  }

  private static String peer(InetSocketAddress peer) {
    return peer.getHostString() + ":" + peer.getPort();
  }
}
