package dev.covet.test;

import java.nio.charset.StandardCharsets;

/**
 * A request that is put together, then sent. Immutable: each method gives another request.
 *
 * <pre>{@code
 * client.request(Method.PUT, "/photos/7").header("If-Match", "*").body("image/png", bytes).send();
 * }</pre>
 */
public final class TestRequest {
  private final TestClient client;
  private final Sent sent;

  TestRequest(TestClient client, Sent sent) {
    this.client = client;
    this.sent = sent;
  }

  /** This request with one header field more, sent as it is. */
  public TestRequest header(String name, String value) {
    return with(sent.fields().plus(name, value), sent.body());
  }

  /** This request with a JSON text as its body. */
  public TestRequest json(String text) {
    return body("application/json", text.getBytes(StandardCharsets.UTF_8));
  }

  /** This request with a body of a media type. */
  public TestRequest body(String mediaType, byte[] bytes) {
    return with(sent.fields().plus("Content-Type", mediaType), bytes.clone());
  }

  /** This request with a body that does not say what it is. */
  public TestRequest body(byte[] bytes) {
    return with(sent.fields(), bytes.clone());
  }

  private TestRequest with(Fields fields, byte[] body) {
    return new TestRequest(client, new Sent(sent.method(), sent.target(), fields, body));
  }

  /**
   * Sends it, and waits for the whole answer.
   *
   * @throws AssertionError if there is none in time, if it broke off, if its status is not
   *     documented, or if a select was repeated
   */
  public Answer send() {
    return client.send(sent);
  }
}
