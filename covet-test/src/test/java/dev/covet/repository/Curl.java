package dev.covet.repository;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.covet.web.multipart.MultipartWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The few options of {@code curl} that the pages use: {@code -s}, {@code -i}, {@code -X METHOD},
 * {@code -k}, {@code -H 'Name: value'}, {@code -b COOKIES}, {@code --json TEXT}, {@code -d FIELD}
 * of a form, {@code -F FIELD} of one with files: {@code -F 'image=content;filename=sea.png'}. An
 * address has port 8000, as the pages say.
 */
final class Curl {
  private static final int WAIT_MILLIS_MAX = 30_000;

  private final List<String> lines = new ArrayList<>();
  private String method = "";
  private String body = "";
  private String address = "";
  private @Nullable MultipartWriter form;
  private boolean showsHead;
  private boolean trustsAll;

  /** Reads the words behind {@code curl}. */
  Curl(List<String> words) {
    for (var i = 0; i < words.size(); i++) {
      switch (words.get(i)) {
        case "-s" -> {}
        case "-k" -> trustsAll = true;
        case "-i" -> showsHead = true;
        case "-X" -> method = words.get(++i);
        case "-H" -> lines.add(words.get(++i));
        case "-b" -> lines.add("Cookie: " + words.get(++i));
        case "--json" -> json(words.get(++i));
        case "-d" -> field(words.get(++i));
        case "-F" -> part(words.get(++i));
        default -> address = words.get(i);
      }
    }
  }

  private void json(String text) {
    body = text;
    lines.add("Content-Type: application/json");
    lines.add("Accept: application/json");
  }

  private void field(String text) {
    if (body.isEmpty()) lines.add("Content-Type: application/x-www-form-urlencoded");
    body = body.isEmpty() ? text : body + "&" + text;
  }

  private void part(String text) {
    var parts = text.split("=|;filename=", 3);
    var to = form;
    if (to == null) {
      to = new MultipartWriter();
      form = to;
      lines.add("Content-Type: " + to.contentType());
    }
    if (parts.length == 2) {
      to.text(parts[0], parts[1]);
    } else {
      to.file(parts[0], parts[2], "application/octet-stream", parts[1].getBytes(UTF_8));
    }
    body = new String(to.bytes(), UTF_8);
  }

  /** What it prints: with {@code -i} the status line, header lines, a blank line. */
  String send(int port) throws IOException {
    try (var socket = socket(port)) {
      socket.setSoTimeout(WAIT_MILLIS_MAX);
      var content = body.getBytes(StandardCharsets.UTF_8);
      var out = socket.getOutputStream();
      out.write(head(port, content.length).getBytes(StandardCharsets.ISO_8859_1));
      out.write(content);
      return printed(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private Socket socket(int port) throws IOException {
    var here = InetAddress.getLoopbackAddress();
    if (!address.startsWith("https://")) return new Socket(here, port);
    if (!trustsAll) throw new IllegalArgumentException("curl would not trust " + address);
    return TrustAll.sockets().createSocket(here, port);
  }

  private String head(int port, int length) {
    var usual = body.isEmpty() ? "GET" : "POST";
    var head = new ArrayList<String>();
    head.add((method.isEmpty() ? usual : method) + " " + target() + " HTTP/1.1");
    head.add("Host: localhost:" + port);
    head.add("Connection: close");
    head.addAll(lines);
    if (!body.isEmpty()) head.add("Content-Length: " + length);
    return String.join("\r\n", head) + "\r\n\r\n";
  }

  private String target() {
    var path = address.indexOf(":8000/");
    if (path < 0) throw new IllegalArgumentException("no address on port 8000: " + address);
    return address.substring(path + ":8000".length());
  }

  /** The answer, whose body is delimited by the end of the connection or a length, or in chunks. */
  private String printed(String answer) throws IOException {
    var end = answer.indexOf("\r\n\r\n");
    if (end < 0) throw new IOException("no whole answer: " + answer);
    var head = answer.substring(0, end);
    var body = answer.substring(end + 4);
    var whole = head.contains("Transfer-Encoding: chunked") ? chunks(body) : body;
    return showsHead ? head.replace("\r\n", "\n") + "\n\n" + whole : whole;
  }

  /** Chunks of ASCII, put together (RFC 9112, 7.1). */
  private static String chunks(String body) throws IOException {
    if (!body.endsWith("0\r\n\r\n")) throw new IOException("the answer was cut off: " + body);
    var all = new StringBuilder();
    for (var at = 0; at < body.length() - "0\r\n\r\n".length(); ) {
      var start = body.indexOf("\r\n", at) + 2;
      var next = start + Integer.parseInt(body.substring(at, start - 2), 16);
      all.append(body, start, next);
      at = next + 2;
    }
    return all.toString();
  }
}
