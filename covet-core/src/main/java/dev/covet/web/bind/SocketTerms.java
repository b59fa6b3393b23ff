package dev.covet.web.bind;

import dev.covet.api.ApiError;
import dev.covet.schema.BuiltInError;
import dev.covet.web.http.Content;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.message.ClientGone;
import dev.covet.web.message.SocketClosed;
import dev.covet.web.message.SocketEnd;
import dev.covet.web.message.SocketLine;
import dev.covet.web.message.SocketMessage;
import dev.covet.web.stream.MessageForm;
import dev.covet.web.stream.Socket;
import dev.covet.web.stream.SocketHandshake;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * On what terms an app takes WebSockets. Thread-safe.
 *
 * @param handshake who may open one
 * @param told what a client is told of what was thrown; whatever is nobody's fault outside is
 *     logged by it
 * @param holds how long the credentials hold that a request was let in by; empty for ever
 */
public record SocketTerms(
    SocketHandshake handshake,
    BiFunction<Request, Throwable, Response> told,
    Function<Request, Optional<Duration>> holds) {
  /** Those of bodies that belong to no app: errors are their messages. */
  public static final SocketTerms PLAIN =
      new SocketTerms(SocketHandshake.OWN, (_, thrown) -> plain(thrown), _ -> Optional.empty());

  private static Response plain(Throwable thrown) {
    return thrown instanceof ApiError error
        ? Response.text(error.message()).withStatus(error.status())
        : Response.empty(BuiltInError.INTERNAL_ERROR.status());
  }

  /** The user's method, with all but its socket bound. */
  @FunctionalInterface
  public interface Handler<I, O> {
    /**
     * Talks until there is nothing more to say.
     *
     * @throws Exception whatever goes wrong
     */
    void handle(Socket<I, O> socket) throws Exception;
  }

  <I, O> Response answer(
      Request request, MessageForm<I> in, MessageForm<O> out, Handler<I, O> handler) {
    return handshake.accepted(
        request, line -> talk(request, line, () -> handler.handle(socket(request, in, out, line))));
  }

  private <I, O> Socket<I, O> socket(
      Request request, MessageForm<I> in, MessageForm<O> out, SocketLine line) {
    return new Socket<>(
        line, in, out, () -> Bind.problems(request), wrong -> refuse(request, line, wrong));
  }

  /** What is said over one socket. */
  private interface Talking {
    void run() throws Exception;
  }

  private void talk(Request request, SocketLine line, Talking talking) {
    holds
        .apply(request)
        .ifPresent(time -> line.closeIn(time, SocketEnd.POLICY, "the credentials have expired"));
    try {
      talking.run();
    } catch (Throwable thrown) {
      if (!isOfEnd(line, thrown)) fail(line, told.apply(request, thrown));
    }
  }

  private void refuse(Request request, SocketLine line, ApiError wrong) {
    if (told.apply(request, wrong).content() instanceof Content.Bytes error) {
      line.send(SocketMessage.text(error.array()));
    }
  }

  /** Whether the handler only ends because its socket has; another socket's end is a fault here. */
  private static boolean isOfEnd(SocketLine line, Throwable thrown) {
    return line.end() != null
        && (thrown instanceof SocketClosed
            || thrown instanceof InterruptedException
            || thrown instanceof ClientGone);
  }

  /** What a client has caused it is told, as by any other route; all else was logged. */
  private static void fail(SocketLine line, Response error) {
    if (error.status() == ClientGone.STATUS) {
      line.close(SocketEnd.GOING_AWAY, "");
    } else if (error.status() >= 500 || !(error.content() instanceof Content.Bytes body)) {
      line.close(SocketEnd.INTERNAL_ERROR, "");
    } else {
      line.offer(SocketMessage.text(body.array()));
      var code = error.report().map(each -> each.code()).orElse("");
      line.close(SocketEnd.POLICY, code.length() > SocketEnd.REASON_BYTES_MAX ? "" : code);
    }
  }
}
