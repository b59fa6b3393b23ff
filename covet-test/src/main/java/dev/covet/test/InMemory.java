package dev.covet.test;

import dev.covet.web.address.Peer;
import dev.covet.web.http.Content;
import dev.covet.web.http.Ending;
import dev.covet.web.http.Request;
import dev.covet.web.http.RequestHead;
import dev.covet.web.http.Response;
import dev.covet.web.message.HttpDates;
import dev.covet.web.message.RequestBody;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Calls the app without a socket, and makes of its answers what a server does. Thread-safe. */
record InMemory(Watched app) implements Wire {
  private static final Peer PEER =
      Peer.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), "memory");

  @Override
  public Received exchange(Sent sent, Call call) throws IOException {
    var request = request(sent);
    return app.trust(request, call).blocking()
        ? onPlatformThread(() -> answered(request, call))
        : answered(request, call);
  }

  private static Request request(Sent sent) {
    var head = RequestHead.of(sent.method(), sent.target()).headers(sent.head()).peer(PEER).build();
    return Request.of(head, RequestBody.of(sent.body()));
  }

  @Override
  public void listen(Sent sent, Call call, Heard heard) throws IOException {
    var request = request(sent);
    app.trust(request, call);
    var response = app.handle(request, call).sentFor(request.method());
    var how = Ending.FAILED;
    try {
      heard.begins(new AnswerReader.Head(response.status(), fields(response)));
      write(response, heard);
      how = Ending.SENT;
    } finally {
      if (how == Ending.FAILED && heard.isClosed()) {
        how = Ending.GONE;
        Thread.interrupted(); // what ends with the request does so in peace
      }
      response.end(how);
    }
  }

  /** The handler has a thread of its own, which ends what was opened for the request. */
  @Override
  public Opened open(Sent sent, Call call, Patience patience) throws IOException {
    var request = request(sent);
    app.trust(request, call);
    var response = app.handle(request, call).sentFor(request.method());
    if (!(response.content() instanceof Content.Dialogue(var talk, var _))) {
      return new Opened(received(response), null);
    }
    var line = new MemoryLine(sent, patience);
    Thread.ofVirtual()
        .name(sent.toString())
        .start(() -> {
          var how = Ending.FAILED;
          try {
            line.serve(talk);
            how = Ending.SENT;
          } finally {
            response.end(how);
            line.over();
          }
        });
    return new Opened(new Received(response.status(), fields(response), new byte[0]), line);
  }

  /** Runs what may block on a thread of its own kind, as a server runs it on a pool. */
  private static Received onPlatformThread(Callable<Received> work) throws IOException {
    var task = new FutureTask<>(work);
    var thread = Thread.ofPlatform().daemon().name("covet-blocking-test").start(task);
    try {
      return task.get();
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IOException("failed", e.getCause());
    }
  }

  private Received answered(Request request, Call call) throws IOException {
    return received(app.handle(request, call).sentFor(request.method()));
  }

  private static Received received(Response response) throws IOException {
    var how = Ending.FAILED;
    try {
      var body = body(response);
      how = Ending.SENT;
      return new Received(response.status(), fields(response), body);
    } finally {
      response.end(how);
    }
  }

  /** A body that is there is handed over before the end, a stream is written to its end. */
  private static byte[] body(Response response) throws IOException {
    if (response.content() instanceof Content.Bytes bytes) return bytes.array();
    var out = new Received.Body();
    write(response, out);
    return out.toByteArray();
  }

  private static void write(Response response, OutputStream out) throws IOException {
    switch (response.content()) {
      case Content.Bytes bytes -> out.write(bytes.array());
      case Content.Stream(_, var writer) -> writer.writeTo(out);
      case Content.None _, Content.LengthOnly _, Content.File _, Content.Dialogue _ -> {}
    }
  }

  /** What a server adds to every answer (RFC 9110, 6.6.1 and 8.6). */
  private static Fields fields(Response response) {
    var fields = Fields.of(response.headers());
    var length = response.content().length();
    if (length >= 0) fields = fields.plus("Content-Length", "" + length);
    return fields.plus("Date", HttpDates.text(Instant.now()));
  }
}
