package dev.covet.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.covet.api.Mode;
import dev.covet.app.App;
import dev.covet.app.RunningApp;
import dev.covet.app.StartOptions;
import dev.covet.web.address.Peer;
import dev.covet.web.http.Content;
import dev.covet.web.http.Ending;
import dev.covet.web.http.Headers;
import dev.covet.web.http.Method;
import dev.covet.web.http.Request;
import dev.covet.web.http.RequestHead;
import dev.covet.web.http.Response;
import dev.covet.web.message.RequestBody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;

/** Calls a started app as a server would, without a socket. */
final class Caller implements AutoCloseable {
  private final RunningApp app;

  Caller(App app) {
    this(app.start(StartOptions.of(Mode.TEST)));
  }

  Caller(RunningApp app) {
    this.app = app;
  }

  /** An answer whose body was read and whose end was told. */
  record Answer(Response response, String text) {
    int status() {
      return response.status();
    }

    String header(String name) {
      return response.header(name).orElse("");
    }
  }

  Answer get(String target, String... headers) {
    return call(Method.GET, target, "", headers);
  }

  Answer post(String target, String json) {
    return call(Method.POST, target, json, "Content-Type", "application/json");
  }

  Answer patch(String target, String json) {
    return call(Method.PATCH, target, json, "Content-Type", "application/json");
  }

  Answer call(Method method, String target, String body, String... headers) {
    var peer = InetSocketAddress.createUnresolved("127.0.0.1", 1);
    var head =
        RequestHead.of(method, target)
            .headers(Headers.of(headers))
            .peer(Peer.of(peer, "c1"))
            .build();
    var request = Request.of(head, RequestBody.of(body.getBytes(UTF_8)));
    app.trust(request);
    var response = app.handle(request).sentFor(method);
    var text = text(response.content());
    response.end(Ending.SENT);
    return new Answer(response, text);
  }

  private static String text(Content content) {
    try {
      return switch (content) {
        case Content.None _, Content.LengthOnly _, Content.File _, Content.Dialogue _ -> "";
        case Content.Bytes bytes -> new String(bytes.array(), UTF_8);
        case Content.Stream(_, var writer) -> {
          var out = new ByteArrayOutputStream();
          writer.writeTo(out);
          yield out.toString(UTF_8);
        }
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RunningApp app() {
    return app;
  }

  @Override
  public void close() {
    app.close();
  }
}
