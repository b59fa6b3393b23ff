package dev.covet.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import dev.covet.web.http.Method;
import java.util.Locale;
import java.util.Optional;

/** A part of a request in which a fuzzer puts what it makes. */
enum FuzzPlace {
  /** A JSON text. */
  BODY {
    @Override
    Optional<Answer> send(TestClient client, FuzzedOperation to, byte[] data) {
      return Optional.of(
          client
              .request(Method.valueOf(to.method()), to.path())
              .body("application/json", data)
              .send());
    }
  },

  /** What an HTML form sends. */
  FORM {
    @Override
    Optional<Answer> send(TestClient client, FuzzedOperation to, byte[] data) {
      return Optional.of(
          client
              .request(Method.valueOf(to.method()), to.path())
              .body("application/x-www-form-urlencoded", data)
              .send());
    }
  },

  /** What stands behind the question mark. */
  QUERY {
    @Override
    Optional<Answer> send(TestClient client, FuzzedOperation to, byte[] data) {
      var query = new String(data, ISO_8859_1);
      return query.chars().allMatch(c -> c > ' ' && c < 127 && c != '#')
          ? Optional.of(client.request(Method.valueOf(to.method()), to.path() + "?" + query).send())
          : Optional.empty();
    }
  },

  /** The value of a header field. */
  HEADER {
    @Override
    Optional<Answer> send(TestClient client, FuzzedOperation to, byte[] data) {
      return field(client, to, to.parameter(), data);
    }
  },

  /** The field of cookies. */
  COOKIE {
    @Override
    Optional<Answer> send(TestClient client, FuzzedOperation to, byte[] data) {
      return field(client, to, "Cookie", data);
    }
  };

  /** The answer; none if no server would let that through to an app. */
  abstract Optional<Answer> send(TestClient client, FuzzedOperation to, byte[] data);

  private static Optional<Answer> field(
      TestClient client, FuzzedOperation to, String name, byte[] data) {
    var value = new String(data, ISO_8859_1);
    return value.chars().allMatch(c -> c >= ' ' && c != 127) && value.equals(value.strip())
        ? Optional.of(
            client.request(Method.valueOf(to.method()), to.path()).header(name, value).send())
        : Optional.empty();
  }

  /** The place that a parameter of a document says. */
  static Optional<FuzzPlace> in(String said) {
    return switch (said) {
      case "query", "header", "cookie" -> Optional.of(valueOf(said.toUpperCase(Locale.ROOT)));
      default -> Optional.empty();
    };
  }
}
