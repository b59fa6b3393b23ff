package dev.covet.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.covet.base.problem.Problems;
import dev.covet.header.HeaderValues;
import dev.covet.web.http.Upload;
import dev.covet.web.stream.MessageForm;
import dev.covet.web.stream.Socket;

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
  private final SentForm form;

  TestRequest(TestClient client, Sent sent) {
    this(client, sent, SentForm.NONE);
  }

  private TestRequest(TestClient client, Sent sent, SentForm form) {
    this.client = client;
    this.sent = sent;
    this.form = form;
  }

  /** This request with one header field more, sent as it is. */
  public TestRequest header(String name, String value) {
    return new TestRequest(client, with(sent.fields().plus(name, value), sent.body()), form);
  }

  /** This request with a JSON text as its body. */
  public TestRequest json(String text) {
    return body("application/json", text.getBytes(UTF_8));
  }

  /** This request with one cookie more, encoded as {@code SetCookie} does it. */
  public TestRequest cookie(String name, String value) {
    return header("Cookie", name + "=" + HeaderValues.cookie(value));
  }

  /**
   * This request with one field more of the form that is its body, encoded as browsers do it: as
   * {@code multipart/form-data} if the form has files, else {@code
   * application/x-www-form-urlencoded}.
   */
  public TestRequest field(String name, String value) {
    return new TestRequest(client, sent, form.plusText(name, value));
  }

  /**
   * This request with one file more in the form that is its body, which is {@code
   * multipart/form-data}.
   */
  public TestRequest file(String name, Upload file) {
    return new TestRequest(client, sent, form.plusFile(name, file));
  }

  /** This request with a body of a media type. */
  public TestRequest body(String mediaType, byte[] bytes) {
    return new TestRequest(
        client, with(sent.fields().plus("Content-Type", mediaType), bytes.clone()));
  }

  /** This request with a body that does not say what it is. */
  public TestRequest body(byte[] bytes) {
    return new TestRequest(client, with(sent.fields(), bytes.clone()));
  }

  private Sent with(Fields fields, byte[] body) {
    return new Sent(sent.method(), sent.target(), fields, body);
  }

  /**
   * Sends it, and waits for the whole answer.
   *
   * @throws AssertionError if there is none in time, if it broke off, if its status is not
   *     documented, or if a select was repeated
   */
  public Answer send() {
    return client.send(form.in(sent));
  }

  /**
   * Sends it, and listens to the events of its answer.
   *
   * @throws AssertionError if no stream of events begins in time, or if its status is not
   *     documented
   */
  public TestEvents events() {
    return client.listen(form.in(sent));
  }

  /**
   * Sends it, and talks over the WebSocket that it opens, in texts.
   *
   * @throws AssertionError if it is refused, or not answered in time
   */
  public Socket<String, String> socket() {
    return new Socket<>(
        client.open(sent),
        MessageForm.text(),
        MessageForm.text(),
        Problems::new,
        wrong -> {
          throw wrong;
        });
  }
}
