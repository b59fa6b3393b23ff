package dev.covet.client;

import dev.covet.api.UpstreamError;
import dev.covet.schema.BuiltInError;
import dev.covet.web.http.Content;
import dev.covet.web.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.ProtocolException;

/** Reads an answer whole, unpacks it, and holds it to the limit of its length. */
final class AnswerBody {
  /** What is of the connection alone, or no longer true of what was unpacked. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "connection",
          "content-encoding",
          "content-length",
          "date",
          "keep-alive",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private AnswerBody() {}

  /**
   * The answer with its body as bytes.
   *
   * @throws UpstreamError if it is longer than that, packed or unpacked
   * @throws IOException if it ends early
   */
  static Response read(ClassicHttpResponse answer, int bytesMax)
      throws IOException, ProtocolException {
    var status = answer.getCode();
    if (status < 200 || status > 599) throw new ProtocolException("no status of a final answer");
    var entity = answer.getEntity();
    var bytes = entity == null ? new byte[0] : bytes(entity, answer, bytesMax);
    var response = Response.empty(status).withContent(new Content.Bytes(bytes));
    for (var each : answer.getHeaders()) response = with(response, each);
    return response;
  }

  private static Response with(Response response, Header header) {
    if (LEFT_OUT.contains(header.getName().toLowerCase(Locale.ROOT))) return response;
    try {
      return response.plusHeader(header.getName(), String.valueOf(header.getValue()));
    } catch (IllegalArgumentException _) {
      return response; // a field that is none tells nothing
    }
  }

  private static byte[] bytes(HttpEntity entity, ClassicHttpResponse answer, int bytesMax)
      throws IOException, ProtocolException {
    if (entity.getContentLength() > bytesMax) throw tooLong(answer);
    var packed = entity.getContent();
    var in = unpacked(packed, coding(entity));
    var bytes = in.readNBytes(bytesMax + 1);
    if (bytes.length > bytesMax) throw tooLong(answer);
    if (packed.read() >= 0) { // else it would be taken for the next answer
      throw new ProtocolException("bytes behind the end of a content coding");
    }
    return bytes;
  }

  private static UpstreamError tooLong(ClassicHttpResponse answer) {
    return new UpstreamError(BuiltInError.RESPONSE_BYTES_MAX, answer.getCode(), null);
  }

  private static String coding(HttpEntity entity) {
    var coding = entity.getContentEncoding();
    return coding == null ? "" : coding.strip().toLowerCase(Locale.ROOT);
  }

  private static InputStream unpacked(InputStream in, String coding)
      throws IOException, ProtocolException {
    return switch (coding) {
      case "", "identity" -> in;
      case "gzip", "x-gzip" -> gzip(in);
      default -> throw new ProtocolException("a content coding that was not asked for");
    };
  }

  /** Some servers say gzip of nothing at all. */
  private static InputStream gzip(InputStream in) throws IOException {
    var packed = new PushbackInputStream(in);
    var first = packed.read();
    if (first < 0) return InputStream.nullInputStream();
    packed.unread(first);
    return new GZIPInputStream(packed);
  }
}
