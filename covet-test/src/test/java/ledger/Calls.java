package ledger;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Calls the ledger over HTTP/1.1, each time on a connection of its own. */
public final class Calls {
  /** An answer that takes longer has not come. */
  private static final int WAIT_MILLIS_MAX = 60_000;

  private final int port;

  /** Calls of whatever listens on a port of this machine. */
  public Calls(int port) {
    this.port = port;
  }

  /** An answer that came as a whole. */
  public record Answer(int status, String body) {}

  /** Asks for what is at a path. */
  public Answer get(String path) throws IOException {
    return answer(begin("GET", path, ""));
  }

  /** Sends JSON to a path. */
  public Answer post(String path, String json) throws IOException {
    return answer(begin("POST", path, json));
  }

  /** Sends a request, whose answer nobody has read yet. */
  public Socket begin(String method, String path, String json) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(WAIT_MILLIS_MAX);
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    var head =
        "%s %s HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\n"
                .formatted(method, path)
            + "Content-Length: %s\r\n\r\n".formatted(bytes.length);
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(bytes);
    return socket;
  }

  /** Reads the answer to its end. */
  public static Answer answer(Socket socket) throws IOException {
    try (socket) {
      var all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      var end = all.indexOf("\r\n\r\n");
      if (end < 0) throw new IOException("no answer, but: " + all);
      var body = all.substring(end + 4);
      return new Answer(
          Integer.parseInt(all.substring(9, 12)),
          utf8(all.substring(0, end).contains("chunked") ? joined(body) : body));
    }
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static String joined(String chunks) throws IOException {
    if (!chunks.endsWith("0\r\n\r\n")) throw new IOException("cut off");
    var whole = new StringBuilder();
    for (var at = 0; at < chunks.length(); ) {
      var line = chunks.indexOf("\r\n", at);
      var size = Integer.parseInt(chunks, at, line, 16);
      whole.append(chunks, line + 2, line + 2 + size);
      at = line + 2 + size + 2;
    }
    return whole.toString();
  }

  /** Leaves as a client does that is killed: by a reset. */
  public static void reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** An entry to send. */
  public static String entry(String code) {
    return "{\"code\":\"%s\",\"text\":\"\"}".formatted(code);
  }
}
