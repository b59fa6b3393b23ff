package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import dev.covet.web.http.Method;
import dev.covet.web.message.Parameters;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** A browser at an app: keeps cookies as browsers do. */
final class Visit {
  final Map<String, String> cookies = new LinkedHashMap<>();
  private final TestClient client;

  Visit(TestClient client) {
    this.client = client;
  }

  Answer get(String path) {
    return sent(Method.GET, path, "*/*");
  }

  Answer getAsPage(String path) {
    return sent(Method.GET, path, "text/html,*/*");
  }

  Answer post(String path) {
    return sent(Method.POST, path, "*/*");
  }

  private Answer sent(Method method, String path, String accept) {
    var request = client.request(method, path).header("Accept", accept);
    request = request.header("Sec-Fetch-Site", "same-origin");
    if (!cookies.isEmpty()) request = request.header("Cookie", cookie());
    var answer = request.send();
    answer.headers().all("Set-Cookie").forEach(this::keep);
    return answer;
  }

  private String cookie() {
    var pairs = cookies.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue());
    return String.join("; ", pairs.toList());
  }

  private void keep(String cookie) {
    var pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
    if (cookie.contains("Max-Age=0")) {
      cookies.remove(pair[0]);
    } else {
      cookies.put(pair[0], pair[1]);
    }
  }

  boolean isSignedIn() {
    return get("/hall").status() == 200;
  }

  /** Where an answer leads. */
  static String location(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(303);
    return answer.header("Location").orElseThrow();
  }

  /** What an address asks for. */
  static Parameters query(String address) {
    return Parameters.parse(URI.create(address).getRawQuery());
  }

  /** The path and the query of an address. */
  static String path(String address) {
    var uri = URI.create(address);
    return uri.getRawPath() + "?" + uri.getRawQuery();
  }
}
