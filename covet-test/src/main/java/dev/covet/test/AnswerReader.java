package dev.covet.test;

import dev.covet.web.http.Method;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Map;

/** Reads the answer to one request from a connection (RFC 9112, 6.3). Not thread-safe. */
record AnswerReader(InputStream in, Method method) {
  private static final int LINE_BYTES_MAX = 65_536;

  /** Status and fields of an answer, or of one that only says that the answer is to come. */
  record Head(int status, Fields fields) {}

  Head head() throws IOException {
    var line = line();
    if (!line.matches("HTTP/1\\.1 [1-5][0-9][0-9]( .*)?")) {
      throw new IOException("the response begins with \"" + line + "\"");
    }
    return new Head(Integer.parseInt(line.substring(9, 12)), fields());
  }

  private Fields fields() throws IOException {
    var fields = new ArrayList<Map.Entry<String, String>>();
    for (var line = line(); !line.isEmpty(); line = line()) {
      var colon = line.indexOf(':');
      if (colon <= 0) throw new IOException("a header field has no name: \"" + line + "\"");
      var value = line.substring(colon + 1).strip();
      fields.add(new SimpleImmutableEntry<>(line.substring(0, colon), value));
    }
    return new Fields(fields);
  }

  /** The whole answer that has this head. */
  Received answer(Head head) throws IOException {
    var out = new Received.Body();
    body(head, out);
    return new Received(head.status(), head.fields(), out.toByteArray());
  }

  /** Passes the body of the answer on that has this head. */
  void body(Head head, OutputStream out) throws IOException {
    if (method == Method.HEAD || head.status() == 204 || head.status() == 304) return;
    var length = head.fields().first("Content-Length");
    if (head.fields().has("Transfer-Encoding")) {
      chunks(out);
    } else if (length != null) {
      copy(Long.parseLong(length), out);
    } else {
      in.transferTo(out);
    }
  }

  private void chunks(OutputStream out) throws IOException {
    while (true) {
      var size = Long.parseLong(line(), 16);
      copy(size, out);
      if (size == 0) {
        fields();
        return;
      }
      if (!line().isEmpty()) throw new IOException("a chunk does not end where its size says");
    }
  }

  private void copy(long count, OutputStream out) throws IOException {
    var block = new byte[8_192];
    for (var left = count; left > 0; ) {
      var read = in.read(block, 0, (int) Math.min(block.length, left));
      if (read < 0) throw new EOFException("the response ended " + left + " bytes early");
      out.write(block, 0, read);
      left -= read;
    }
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    while (line.size() <= LINE_BYTES_MAX) {
      var b = in.read();
      if (b < 0) throw new EOFException("the connection ended where a response should begin");
      if (b == '\n') return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
      line.write(b);
    }
    throw new IOException("a line of the response is longer than " + LINE_BYTES_MAX + " bytes");
  }
}
