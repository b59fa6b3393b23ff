package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.loop.Trust;
import dev.covet.web.error.Envelope;
import dev.covet.web.error.ErrorMapping;
import dev.covet.web.error.Faults;
import dev.covet.web.http.Content;
import dev.covet.web.http.Dispatcher;
import dev.covet.web.http.Refusal;
import dev.covet.web.http.Request;
import dev.covet.web.http.RequestContext;
import dev.covet.web.http.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands on the wire, byte for byte, and what the server makes of a query. */
@ExtendWith(NoLeaks.class)
final class WireTest {
  private static final Faults FAULTS =
      new Faults(ErrorMapping.NONE, new Envelope(), Clock.systemUTC());

  private static Response answer(Request request) {
    return switch (request.path()) {
      case "/json" -> Response.json(201, "{\"name\":\"ü\"}".getBytes(StandardCharsets.UTF_8));
      case "/empty" -> Response.empty(204);
      case "/stream" -> streamed(-1);
      case "/known" -> streamed(4);
      case "/stream/204" -> streamed(-1).withStatus(204);
      case "/stream/205" -> streamed(-1).withStatus(205);
      case "/known/304" -> streamed(4).withStatus(304);
      default -> Response.text("a=" + request.parameters().all("a"));
    };
  }

  private static Response streamed(long length) {
    return Response.of(200, "text/plain", new Content.Stream(length, WireTest::twoBlocks));
  }

  private static void twoBlocks(OutputStream out) throws IOException {
    out.write("ab".getBytes(StandardCharsets.US_ASCII));
    out.flush();
    out.write("cd".getBytes(StandardCharsets.US_ASCII));
  }

  /** S2.res.http11, S2.res.json: {@code ~} is CRLF, {@code D} the date. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          GET; /json; 1.1; HTTP/1.1 201 Created~D~Content-Type: application/json~Content-Length: 13~~{"name":"ü"}
          HEAD; /json; 1.1; HTTP/1.1 201 Created~D~Content-Type: application/json~Content-Length: 13~~
          GET; /empty; 1.1; HTTP/1.1 204 No Content~D~~
          GET; /json; 1.0; HTTP/1.1 201 Created~D~Content-Type: application/json~Content-Length: 13~Connection: close~~{"name":"ü"}
          GET; /stream; 1.1; HTTP/1.1 200 OK~D~Content-Type: text/plain~Transfer-Encoding: chunked~~2~ab~2~cd~0~~
          GET; /known; 1.1; HTTP/1.1 200 OK~D~Content-Type: text/plain~Content-Length: 4~~abcd
          GET; /stream; 1.0; HTTP/1.1 200 OK~D~Content-Type: text/plain~Connection: close~~abcd
          GET; /stream/204; 1.1; HTTP/1.1 204 No Content~D~Content-Type: text/plain~~
          GET; /stream/205; 1.1; HTTP/1.1 205 Reset Content~D~Content-Type: text/plain~Content-Length: 0~~
          GET; /known/304; 1.1; HTTP/1.1 304 Not Modified~D~Content-Type: text/plain~~
          HEAD; /known; 1.1; HTTP/1.1 200 OK~D~Content-Type: text/plain~Content-Length: 4~~
          HEAD; /stream; 1.1; HTTP/1.1 200 OK~D~Content-Type: text/plain~~
          """)
  void anAnswerIsFramedExactly(String method, String path, String version, String bytes)
      throws IOException {
    try (var server = RunningServer.of(WireTest::answer);
        var client = server.connect()) {
      client.send(method + " " + path + " HTTP/" + version + "\r\nHost: a\r\n\r\n");
      client.socket().shutdownOutput();
      var all = new String(client.socket().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      var date = "Date: [A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT";
      assertThat(all.replaceFirst(date, "D")).isEqualTo(bytes.replace("~", "\r\n"));
    }
  }

  /** S2.parse.query. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          a=1; 200; a=[1]
          a=1&a=2&b=3; 200; a=[1, 2]
          a=; 200; a=[]
          a; 200; a=[]
          a=1+2%2B3; 200; a=[1 2+3]
          %61=%C3%BC; 200; a=[ü]
          a=%4; 400; BAD_REQUEST
          a=%zz; 400; BAD_REQUEST
          a=%ff; 400; BAD_REQUEST
          a[9999]=1&a[]=2; 200; a=[]
          """)
  void aQueryIsReadOrRefused(String query, int status, String body) throws IOException {
    try (var server = RunningServer.of(FAULTS.barrier(WireTest::answer));
        var client = server.connect()) {
      var answer = client.get("/query?" + query).answer();
      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.body()).contains(body);
    }
  }

  /** B4. */
  @ParameterizedTest
  @CsvSource({"256, 200", "257, 400"})
  void moreThan256ParametersAreRefused(int count, int status) throws IOException {
    var query = IntStream.range(0, count).mapToObj(i -> "a=" + i).collect(Collectors.joining("&"));
    try (var server = RunningServer.of(FAULTS.barrier(WireTest::answer));
        var client = server.connect()) {
      var answer = client.get("/query?" + query).answer();
      assertThat(answer.status()).isEqualTo(status);
      if (status == 400) assertThat(answer.body()).contains("\"code\":\"QUERY_PARAMETERS_MAX\"");
      assertThat(client.get("/query?a=1").answer().status()).isEqualTo(200);
    }
  }

  /** Answers with the loop that a request's connection lives on. */
  private static final class LoopNames implements Dispatcher {
    private final Trust trust = new Trust("Test.loop", false);
    private final Map<RequestContext, String> startedBy = new ConcurrentHashMap<>();

    @Override
    public Response refuse(Request request, Refusal refusal) {
      return RunningServer.refuse(request, refusal);
    }

    @Override
    public Trust trust(Request request) {
      // its thread may go on elsewhere on a busy machine
      startedBy.put(request.context(), Thread.currentThread().getName());
      return trust;
    }

    @Override
    public Response handle(Request request) {
      return Response.text(String.valueOf(startedBy.remove(request.context())));
    }
  }

  /** S2.lb.worker: connections go to the loops in turn. */
  @Test
  void connectionsAreSpreadOverTheLoops() throws IOException {
    try (var server = RunningServer.withLoops(4, new LoopNames())) {
      var byLoop = new HashMap<String, Integer>();
      var clients = new ArrayList<RawClient>();
      for (var i = 0; i < 8; i++) clients.add(server.connect());
      for (var client : clients) {
        byLoop.merge(client.get("/").answer().body(), 1, Integer::sum);
        client.close();
      }
      assertThat(byLoop.values()).containsExactly(2, 2, 2, 2);
    }
  }
}
