package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.loop.Loop;
import dev.covet.base.loop.Loops;
import dev.covet.base.loop.ThreadMode;
import dev.covet.base.loop.Trust;
import dev.covet.base.observe.Metrics;
import dev.covet.web.http.Content;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Method;
import dev.covet.web.http.Request;
import dev.covet.web.http.RequestHead;
import dev.covet.web.http.Response;
import dev.covet.web.server.carrier.Admission;
import dev.covet.web.server.carrier.Carrier;
import dev.covet.web.server.carrier.Exchange;
import dev.covet.web.server.carrier.ResponseStream;
import dev.covet.web.server.carrier.ServedApp;
import dev.covet.web.server.carrier.ServerLimits;
import dev.covet.web.server.carrier.SocketBody;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request, its body and its answer need nothing of a connection but a carrier. */
@ExtendWith(NoLeaks.class)
final class CarrierTest {
  /** Writes down what it carries; two of them share a loop, as streams of one connection would. */
  private static final class Paper implements Carrier {
    private final Loop loop;
    private final List<String> written = new ArrayList<>();
    private final CompletableFuture<List<String>> ended = new CompletableFuture<>();
    private final CompletableFuture<Void> wanted = new CompletableFuture<>();

    Paper(Loop loop) {
      this.loop = loop;
    }

    @Override
    public Loop loop() {
      return loop;
    }

    @Override
    public boolean hand(Runnable task) {
      loop.execute(task);
      return true;
    }

    @Override
    public void bodyWanted() {
      wanted.complete(null);
    }

    @Override
    public void write(Exchange done, Response answer) {
      var body = answer.content() instanceof Content.Bytes bytes ? bytes.array() : new byte[0];
      written.add(answer.status() + " " + new String(body, StandardCharsets.UTF_8));
      ended.complete(written);
    }

    @Override
    public void writeHead(Exchange done, Response answer, ResponseStream body) {
      done.answering();
      written.add("" + answer.status());
    }

    @Override
    public void writeBlocks(ResponseStream body) {
      for (var block = body.poll(); block != null; block = body.poll()) {
        written.add(new String(block, StandardCharsets.UTF_8));
        body.taken(block.length);
      }
    }

    @Override
    public void writeEnd(ResponseStream body) {
      written.add("end");
      ended.complete(written);
    }

    @Override
    public void reset(Exchange done) {
      written.add("reset");
      ended.complete(written);
    }
  }

  private static Response echo(Request request) {
    var text = new String(request.bytes(), StandardCharsets.UTF_8);
    if (request.path().equals("/whole")) return Response.text(text);
    Content.Writer twice =
        out -> {
          for (var i = 0; i < 2; i++) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
          }
        };
    return Response.of(200, "text/plain", new Content.Stream(-1, twice));
  }

  private static Exchange exchange(Carrier carrier, ServedApp served, String path) {
    var body = new SocketBody(carrier, served, -1);
    var head = RequestHead.of(Method.POST, path).build();
    return new Exchange(carrier, served, Request.of(head, body), body).at(System.nanoTime());
  }

  private static ServedApp served(Handler handler) {
    var app = new RunningServer.OneRoute(handler, new Trust("Test.handler", false));
    return new ServedApp(app, ServerLimits.usual());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/whole", "/streamed"})
  void aRequestIsHandledByAnyCarrier(String path) throws Exception {
    try (var loops = new Loops(ThreadMode.AUTO, 1, new Metrics())) {
      var served = served(CarrierTest::echo);
      var admission = new Admission(served, loops);
      var paper = new Paper(loops.loops().getFirst());
      var exchange = exchange(paper, served, path);
      paper.hand(() -> admission.start(exchange));
      paper.wanted.get(30, TimeUnit.SECONDS);
      paper.hand(() -> exchange.add("abc".getBytes(StandardCharsets.UTF_8), false));
      paper.hand(exchange.body()::end);
      assertThat(paper.ended.get(30, TimeUnit.SECONDS))
          .isEqualTo(
              path.equals("/whole") ? List.of("200 abc") : List.of("200", "abc", "abc", "end"));
    }
  }

  @Test
  void streamsThatShareALoopEndOneByOne() throws Exception {
    try (var loops = new Loops(ThreadMode.AUTO, 1, new Metrics())) {
      var served = served(CarrierTest::echo);
      var admission = new Admission(served, loops);
      var first = new Paper(loops.loops().getFirst());
      var second = new Paper(loops.loops().getFirst());
      var waiting = exchange(first, served, "/whole");
      var ready = exchange(second, served, "/whole");
      first.hand(() -> admission.start(waiting));
      second.hand(() -> {
        ready.add("x".getBytes(StandardCharsets.UTF_8), true);
        admission.start(ready);
      });
      assertThat(second.ended.get(30, TimeUnit.SECONDS)).containsExactly("200 x");
      assertThat(first.ended).isNotDone();
      first.hand(waiting.body()::end);
      assertThat(first.ended.get(30, TimeUnit.SECONDS)).containsExactly("200 ");
    }
  }
}
