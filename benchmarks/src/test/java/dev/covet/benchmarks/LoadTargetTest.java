package dev.covet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.benchmarks.load.Call;
import dev.covet.benchmarks.load.LoadClient;
import dev.covet.benchmarks.load.LoadClient.Pressure;
import dev.covet.benchmarks.load.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The load target and the raw server give the same answers; what suites ask beside is there. */
class LoadTargetTest {
  private static ServerProcess target;
  private static ServerProcess raw;

  @BeforeAll
  static void start() throws IOException {
    var settings = Map.of("COVET_MODE", "production");
    target = ServerProcess.start("target", LoadTarget.class, settings, _ -> {});
    raw = ServerProcess.start("raw", RawNetty.class, Map.of(), _ -> {});
  }

  @AfterAll
  static void stop() {
    target.close();
    raw.close();
  }

  @Test
  void bothAnswerByHttp2() throws IOException {
    for (var server : new ServerProcess[] {target, raw}) {
      var call = Call.named("json").overHttp2();
      try (var client = new LoadClient(server.port(), call, new Pressure(2, 8))) {
        assertThat(client.drive(Duration.ofSeconds(5))).as(server.name()).isPositive();
      }
    }
  }

  @Test
  void everyRequestOfTheWorkloadIsAnsweredAsByTheRawServer() throws IOException {
    for (var call : Call.ALL) {
      var answer = LoadClient.ask(target.port(), call);
      assertThat(answer).isEqualTo(LoadClient.ask(raw.port(), call));
      assertThat(answer.status()).isEqualTo(call.status());
    }
  }

  @Test
  void bytesAndValuesComeBack() throws Exception {
    assertThat(send("/echo", "image/x-odd", "\0odd").body()).isEqualTo("\0odd");
    assertThat(send("/echo", "image/x-odd", "").headers().firstValue("Content-Type"))
        .contains("image/x-odd");
    assertThat(send("/echo/json", "application/json", " [1, 2.50, null] ").body())
        .isEqualTo("[1,2.50,null]");
  }

  @Test
  void theProbeTakesWhatIsRightAndSaysWhatIsWrong() throws Exception {
    var thing =
        """
        {"name":"a","qty":1,"price":1.5,"when":"2026-01-01","email":"a@b.c","color":"RED",\
        "lines":[{"sku":"s","n":1}]}\
        """;
    var made = send("/probe/items/7", "application/json", thing);
    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(made.body()).isEqualTo(thing);
    var wrong = send("/probe/items/x", "application/json", "{\"name\":\"\",\"qty\":-1}");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("\"path\",\"id\"", "blank", "too_small", "missing");
  }

  private static HttpResponse<String> send(String path, String type, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + target.port() + path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    }
  }
}
