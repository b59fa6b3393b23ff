package dev.covet.test;

import dev.covet.web.http.Content;
import dev.covet.web.http.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Set;

/** An answer as it came, whole. */
@SuppressWarnings("ArrayRecordComponent") // it is never compared
record Received(int status, Fields fields, byte[] body) {
  /** The longest body that a test client takes, in bytes. */
  static final int BODY_BYTES_MAX = 67_108_864;

  /** Fields that a response does not hold: they belong to its way. */
  private static final Set<String> OF_SERVER =
      Set.of("connection", "content-length", "date", "keep-alive", "transfer-encoding");

  /** The answer as generated clients take it, with what the app knows of it. */
  Response response(Call call) {
    var response = Response.empty(status).withContent(new Content.Bytes(body));
    for (var each : fields.all()) {
      if (!OF_SERVER.contains(each.getKey().toLowerCase(Locale.ROOT))) {
        response = response.plusHeader(each.getKey(), each.getValue());
      }
    }
    var made = call.response();
    if (made == null) return response;
    if (made.report().isPresent()) response = response.withReport(made.report().get());
    return made.fault().isPresent() ? response.withFault(made.fault().get()) : response;
  }

  /** The type of the body; empty if there is no body. */
  String mediaType() {
    var type = body.length == 0 ? null : fields.first("Content-Type");
    return type == null ? "" : type;
  }

  /** Keeps a body that is written to it, up to the limit. Not thread-safe. */
  static final class Body extends OutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void write(int b) throws IOException {
      room(1);
      bytes.write(b);
    }

    @Override
    public void write(byte[] block, int from, int count) throws IOException {
      room(count);
      bytes.write(block, from, count);
    }

    private void room(int count) throws IOException {
      if (count > BODY_BYTES_MAX - bytes.size()) {
        throw new IOException("the response is longer than " + BODY_BYTES_MAX + " bytes");
      }
    }

    byte[] toByteArray() {
      return bytes.toByteArray();
    }
  }
}
