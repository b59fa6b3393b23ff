package dev.covet.repository;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The few options of {@code curl} that the pages use: {@code -i}, {@code -X METHOD}, {@code -H
 * 'Name: value'}, {@code --json TEXT}. An address has port 8000, as the pages say.
 */
final class Curl {
  private final HttpRequest.Builder request = HttpRequest.newBuilder();
  private String method = "";
  private String body = "";
  private String address = "";
  private boolean showsHead;

  /** Reads the words behind {@code curl}. */
  Curl(List<String> words) {
    for (var i = 0; i < words.size(); i++) {
      switch (words.get(i)) {
        case "-i" -> showsHead = true;
        case "-X" -> method = words.get(++i);
        case "-H" -> header(words.get(++i));
        case "--json" -> json(words.get(++i));
        default -> address = words.get(i);
      }
    }
  }

  private void header(String line) {
    var colon = line.indexOf(':');
    request.header(line.substring(0, colon), line.substring(colon + 1).strip());
  }

  private void json(String text) {
    body = text;
    request.header("Content-Type", "application/json").header("Accept", "application/json");
  }

  /** What it prints: with {@code -i} a status without its phrase, header lines, a blank line. */
  String send(int port) throws IOException, InterruptedException {
    var usual = body.isEmpty() ? "GET" : "POST";
    var content =
        body.isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    request
        .uri(URI.create("http://" + address.replace(":8000/", ":" + port + "/")))
        .version(HttpClient.Version.HTTP_1_1)
        .timeout(Duration.ofSeconds(30))
        .method(method.isEmpty() ? usual : method, content);
    try (var client = HttpClient.newHttpClient()) {
      return printed(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    }
  }

  private String printed(HttpResponse<String> answer) {
    if (!showsHead) return answer.body();
    var head = new ArrayList<String>();
    head.add("HTTP/1.1 " + answer.statusCode());
    answer.headers().map().forEach((name, values) -> head.add(name + ": " + values.getFirst()));
    return String.join("\n", head) + "\n\n" + answer.body();
  }
}
