package dev.covet.front;

import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import dev.covet.web.http.Method;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The parts of a request in which values stand, and how values are sent there. */
enum Source {
  PATH,
  QUERY,
  HEADER,
  COOKIE,
  FORM,
  BODY;

  /** What is a number or a boolean in JSON. */
  private static final List<String> BARE = List.of("count", "big", "price", "exact", "flag");

  private static final String BARE_JSON =
      "true|false|null|-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?";

  /** As problems call it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A name as clients write it there. */
  String name(String name) {
    return this == HEADER ? Character.toUpperCase(name.charAt(0)) + name.substring(1) : name;
  }

  /** Sends values to {@code /desk/query} and so on. */
  Answer send(TestClient client, Map<String, List<String>> values) {
    return send(client, "/desk/" + word(), values);
  }

  /** Sends values, each name with none, one or several. */
  Answer send(TestClient client, String path, Map<String, List<String>> values) {
    return switch (this) {
      case PATH ->
          client.get(
              values.values().stream()
                  .map(each -> encoded(each.getFirst()))
                  .collect(Collectors.joining("/", path + "/", "")));
      case QUERY -> client.get(path + "?" + pairs(values, "&"));
      case HEADER -> headers(client, path, values);
      case COOKIE -> client.request(Method.GET, path).header("Cookie", pairs(values, "; ")).send();
      case FORM -> form(client, path, pairs(values, "&"));
      case BODY -> client.post(path, json(values));
    };
  }

  /** Posts a form as it is written. */
  static Answer form(TestClient client, String path, String fields) {
    return client
        .request(Method.POST, path)
        .body("application/x-www-form-urlencoded", fields.getBytes(StandardCharsets.UTF_8))
        .send();
  }

  private Answer headers(TestClient client, String path, Map<String, List<String>> values) {
    var request = client.request(Method.GET, path);
    for (var name : values.keySet()) {
      for (var value : values.getOrDefault(name, List.of())) {
        request = request.header(name(name), value);
      }
    }
    return request.send();
  }

  private static String pairs(Map<String, List<String>> values, String separator) {
    return values.entrySet().stream()
        .flatMap(each -> each.getValue().stream().map(text -> each.getKey() + "=" + encoded(text)))
        .collect(Collectors.joining(separator));
  }

  private static String json(Map<String, List<String>> values) {
    return values.entrySet().stream()
        .flatMap(each ->
            each.getValue().stream()
                .map(text -> "\"" + each.getKey() + "\":" + json(each.getKey(), text)))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String json(String name, String text) {
    return text.equals("null") || (BARE.contains(name) && text.matches(BARE_JSON))
        ? text
        : "\"" + text + "\"";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Values of which each name has one. */
  static Map<String, List<String>> each(String... namesAndValues) {
    var values = new LinkedHashMap<String, List<String>>();
    for (var i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
    }
    return values;
  }
}
