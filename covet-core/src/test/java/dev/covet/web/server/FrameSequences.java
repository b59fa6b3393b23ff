package dev.covet.web.server;

import static dev.covet.web.server.FrameClient.ACK;
import static dev.covet.web.server.FrameClient.COMPRESSION_ERROR;
import static dev.covet.web.server.FrameClient.CONTINUATION;
import static dev.covet.web.server.FrameClient.DATA;
import static dev.covet.web.server.FrameClient.END_HEADERS;
import static dev.covet.web.server.FrameClient.END_STREAM;
import static dev.covet.web.server.FrameClient.ENHANCE_YOUR_CALM;
import static dev.covet.web.server.FrameClient.FLOW_CONTROL_ERROR;
import static dev.covet.web.server.FrameClient.FRAME_SIZE_ERROR;
import static dev.covet.web.server.FrameClient.GOAWAY;
import static dev.covet.web.server.FrameClient.HEADERS;
import static dev.covet.web.server.FrameClient.PADDED;
import static dev.covet.web.server.FrameClient.PING;
import static dev.covet.web.server.FrameClient.PRIORITY;
import static dev.covet.web.server.FrameClient.PROTOCOL_ERROR;
import static dev.covet.web.server.FrameClient.RST_STREAM;
import static dev.covet.web.server.FrameClient.SETTINGS;
import static dev.covet.web.server.FrameClient.STREAM_CLOSED;
import static dev.covet.web.server.FrameClient.WINDOW_UPDATE;
import static dev.covet.web.server.FrameClient.WITH_PRIORITY;
import static dev.covet.web.server.FrameClient.request;
import static dev.covet.web.server.FrameClient.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sequences of frames, each with what RFC 9113 makes of it.
 *
 * <p>One idea: the table of {@link Http2FramesTest}.
 */
final class FrameSequences {
  /** What comes of a sequence. */
  sealed interface Verdict {
    /** Stream 1 is answered, and the connection goes on. */
    record Answered(int status) implements Verdict {}

    /** Stream 1 is reset, and the connection goes on. */
    record Reset(int code) implements Verdict {}

    /** The connection ends. */
    record Ended(int code) implements Verdict {}
  }

  /** Sends frames. */
  @FunctionalInterface
  interface Sent {
    void to(FrameClient client) throws IOException;
  }

  record Sequence(String name, Verdict verdict, Sent sent) {}

  private final List<Sequence> all = new ArrayList<>();

  /** All of them. */
  static List<Sequence> all() {
    var table = new FrameSequences();
    table.good();
    table.heads();
    table.frames();
    table.refused();
    table.malformed();
    table.pseudo();
    table.connectionFields();
    table.lengths();
    table.states();
    table.closedStreams();
    table.sizes();
    table.padding();
    table.connectionFrames();
    table.flow();
    table.order();
    table.compression();
    return table.all;
  }

  private void answered(int status, String name, Sent sent) {
    all.add(new Sequence(name, new Verdict.Answered(status), sent));
  }

  private void reset(int code, String name, Sent sent) {
    all.add(new Sequence(name, new Verdict.Reset(code), sent));
  }

  private void ended(int code, String name, Sent sent) {
    all.add(new Sequence(name, new Verdict.Ended(code), sent));
  }

  private void good() {
    answered(200, "a request without a body", client -> client.get(1, "/"));
    answered(200, "a body in one frame", client -> client.post(1, "/").data(1, "abc", true));
    answered(
        200,
        "a body in three frames",
        client -> client.post(1, "/").data(1, "a", false).data(1, "b", false).data(1, "c", true));
    answered(
        200,
        "an empty frame ends a body",
        client -> client.post(1, "/").data(1, "abc", false).data(1, "", true));
    answered(
        200,
        "a padded body",
        client ->
            client
                .post(1, "/")
                .frame(DATA, PADDED | END_STREAM, 1, (byte) 2, (byte) 'a', (byte) 0, (byte) 0));
    answered(
        200,
        "nothing but padding",
        client -> client.post(1, "/").frame(DATA, PADDED | END_STREAM, 1, (byte) 1, (byte) 0));
  }

  private void heads() {
    answered(
        200,
        "a padded head",
        client -> {
          var block = client.block(request("GET", "/"));
          var padded = new byte[block.length + 4];
          padded[0] = 3;
          System.arraycopy(block, 0, padded, 1, block.length);
          client.frame(HEADERS, PADDED | END_STREAM | END_HEADERS, 1, padded);
        });
    answered(
        200,
        "a head with a priority",
        client -> {
          var block = client.block(request("GET", "/"));
          var all = new byte[block.length + 5];
          System.arraycopy(block, 0, all, 5, block.length);
          client.frame(HEADERS, WITH_PRIORITY | END_STREAM | END_HEADERS, 1, all);
        });
    answered(
        200,
        "a head in three frames",
        client -> {
          var block = client.block(request("GET", "/"));
          client
              .frame(HEADERS, END_STREAM, 1, Arrays.copyOf(block, 2))
              .frame(CONTINUATION, 0, 1, Arrays.copyOfRange(block, 2, 4))
              .frame(CONTINUATION, END_HEADERS, 1, Arrays.copyOfRange(block, 4, block.length));
        });
    answered(
        200,
        "fields behind a body",
        client -> client.post(1, "/").data(1, "abc", false).headers(1, END_STREAM, "x-sum", "1"));
  }

  private void frames() {
    answered(
        200, "a frame of an unknown type", client -> client.frame(77, 0, 1, (byte) 1).get(1, "/"));
    answered(200, "an unknown setting", client -> client.settings(0x7777, 5).get(1, "/"));
    answered(
        200,
        "a priority of a stream that is not open",
        client -> client.frame(PRIORITY, 0, 9, new byte[5]).get(1, "/"));
    answered(
        200, "the client's own end", client -> client.frame(GOAWAY, 0, 0, new byte[8]).get(1, "/"));
    answered(
        200,
        "a ping",
        client ->
            client.frame(PING, 0, 0, new byte[8]).get(1, "/").await(() -> client.pongs() == 1));
    answered(
        200,
        "an answer to a ping that nobody sent",
        client -> client.frame(PING, ACK, 0, new byte[8]).get(1, "/"));
    answered(
        200,
        "a reserved bit",
        client ->
            client.frame(
                HEADERS, END_STREAM | END_HEADERS, 0x80000001, client.block(request("GET", "/"))));
    answered(
        200,
        "host in the place of :authority",
        client ->
            client.headers(
                1, END_STREAM, ":method", "GET", ":scheme", "http", ":path", "/", "host", "a"));
    answered(
        200,
        "OPTIONS of the server",
        client -> client.headers(1, END_STREAM, request("OPTIONS", "*")));
    answered(200, "te: trailers", client -> client.get(1, "/", "te", "trailers"));
  }

  private void refused() {
    answered(
        400,
        "no host",
        client -> client.headers(1, END_STREAM, ":method", "GET", ":scheme", "http", ":path", "/"));
    answered(
        400,
        "a host that is none",
        client ->
            client.headers(
                1,
                END_STREAM,
                ":method",
                "GET",
                ":scheme",
                "http",
                ":path",
                "/",
                ":authority",
                "a@b"));
    answered(
        400,
        "two content types",
        client -> client.get(1, "/", "content-type", "a/b", "content-type", "a/c"));
    answered(
        501, "an unknown method", client -> client.headers(1, END_STREAM, request("BREW", "/")));
    answered(405, "TRACE", client -> client.headers(1, END_STREAM, request("TRACE", "/")));
    answered(
        405, "CONNECT", client -> client.headers(1, 0, ":method", "CONNECT", ":authority", "a:1"));
    answered(417, "another expectation", client -> client.get(1, "/", "expect", "tea"));
    answered(414, "a long path", client -> client.get(1, "/" + text(9_000)));
    answered(431, "too many fields", client -> client.get(1, "/", many(101)));
    answered(
        431,
        "too large a head",
        client -> client.get(1, "/", "x-a", text(9_000), "x-b", text(9_000)));
    answered(431, "crumbs of a cookie are fields", client -> client.get(1, "/", crumbs(101)));
  }

  private static String[] many(int count) {
    var fields = new String[2 * count];
    for (var i = 0; i < count; i++) {
      fields[2 * i] = "x-" + i;
      fields[2 * i + 1] = "1";
    }
    return fields;
  }

  private static String[] crumbs(int count) {
    var fields = new String[2 * count];
    for (var i = 0; i < count; i++) {
      fields[2 * i] = "cookie";
      fields[2 * i + 1] = "a=" + i;
    }
    return fields;
  }

  private void malformed() {
    malformed("no method", ":scheme", "http", ":path", "/", ":authority", "a");
    malformed("no scheme", ":method", "GET", ":path", "/", ":authority", "a");
    malformed("no path", ":method", "GET", ":scheme", "http", ":authority", "a");
    malformed("an empty path", request("GET", ""));
    malformed("a path without a slash", request("GET", "a"));
    malformed("a star for GET", request("GET", "*"));
    malformed("a space in the path", request("GET", "/a b"));
    malformed("a fragment", request("GET", "/a#b"));
  }

  private void pseudo() {
    malformed(
        "another scheme", ":method", "GET", ":scheme", "ftp", ":path", "/", ":authority", "a");
    malformed("a repeated path", request("GET", "/", ":path", "/"));
    malformed("an unknown pseudo-header field", request("GET", "/", ":odd", "1"));
    malformed("a status in a request", request("GET", "/", ":status", "200"));
    malformed("a protocol without CONNECT", request("GET", "/", ":protocol", "websocket"));
    malformed(
        "a pseudo-header field behind another",
        ":method",
        "GET",
        ":scheme",
        "http",
        "x",
        "1",
        ":path",
        "/",
        ":authority",
        "a");
    malformed("a host unlike :authority", request("GET", "/", "host", "b"));
    malformed("a name in upper case", request("GET", "/", "X-A", "1"));
    malformed("a name with a space", request("GET", "/", "x a", "1"));
    malformed("an empty name", request("GET", "/", "", "1"));
    malformed("a value with a line end", request("GET", "/", "x", "a\r\nb: c"));
    malformed("a value with a null", request("GET", "/", "x", "a\0b"));
    malformed("a value that begins with a space", request("GET", "/", "x", " a"));
  }

  private void connectionFields() {
    malformed("connection", request("GET", "/", "connection", "close"));
    malformed("transfer-encoding", request("GET", "/", "transfer-encoding", "chunked"));
    malformed("keep-alive", request("GET", "/", "keep-alive", "5"));
    malformed("proxy-connection", request("GET", "/", "proxy-connection", "close"));
    malformed("upgrade", request("GET", "/", "upgrade", "h2c"));
    malformed("te: gzip", request("GET", "/", "te", "gzip"));
    malformed("a length that is no number", request("GET", "/", "content-length", "+1"));
    malformed("two lengths", request("GET", "/", "content-length", "0", "content-length", "0"));
    malformed("a length without a body", request("GET", "/", "content-length", "1"));
  }

  private void lengths() {
    reset(
        PROTOCOL_ERROR,
        "a body shorter than its length",
        client -> client.post(1, "/", "content-length", "4").data(1, "abc", true));
    reset(
        PROTOCOL_ERROR,
        "a body longer than its length",
        client -> client.post(1, "/", "content-length", "2").data(1, "abc", true));
    reset(PROTOCOL_ERROR, "a second head", client -> client.post(1, "/").headers(1, 0, "x", "1"));
    reset(
        PROTOCOL_ERROR,
        "a pseudo-header field behind a body",
        client -> client.post(1, "/").headers(1, END_STREAM, ":path", "/"));
  }

  private void malformed(String name, String... fields) {
    reset(PROTOCOL_ERROR, name, client -> client.headers(1, END_STREAM, fields));
  }

  private void states() {
    ended(PROTOCOL_ERROR, "an even stream", client -> client.get(2, "/"));
    ended(PROTOCOL_ERROR, "a lower stream", client -> client.get(5, "/").get(3, "/"));
    ended(PROTOCOL_ERROR, "a body of nothing", client -> client.data(1, "a", true));
    ended(PROTOCOL_ERROR, "a reset of nothing", client -> client.reset(1));
    ended(PROTOCOL_ERROR, "a window of nothing", client -> client.window(1, 1));
  }

  private void closedStreams() {
    ended(
        STREAM_CLOSED,
        "a body behind an answer",
        client -> {
          client.get(1, "/").answer(1);
          client.data(1, "a", true);
        });
    ended(
        STREAM_CLOSED,
        "a head behind an answer",
        client -> {
          client.get(1, "/").answer(1);
          client.get(1, "/");
        });
    ended(
        STREAM_CLOSED,
        "a body behind a reset",
        client -> client.post(1, "/").reset(1).data(1, "a", true));
    ended(PROTOCOL_ERROR, "a push", client -> client.frame(5, END_HEADERS, 1, new byte[4]));
    ended(
        PROTOCOL_ERROR,
        "a stream that depends on itself",
        client -> client.frame(PRIORITY, 0, 1, (byte) 0, (byte) 0, (byte) 0, (byte) 1, (byte) 0));
  }

  private void sizes() {
    ended(
        FRAME_SIZE_ERROR,
        "a frame that is too long",
        client -> client.post(1, "/").data(1, text(16_385), true));
    ended(
        FRAME_SIZE_ERROR, "a short priority", client -> client.frame(PRIORITY, 0, 1, new byte[4]));
    ended(
        FRAME_SIZE_ERROR,
        "a short reset",
        client -> client.post(1, "/").frame(RST_STREAM, 0, 1, new byte[3]));
    ended(FRAME_SIZE_ERROR, "a short ping", client -> client.frame(PING, 0, 0, new byte[7]));
    ended(FRAME_SIZE_ERROR, "half a setting", client -> client.frame(SETTINGS, 0, 0, new byte[5]));
    ended(
        FRAME_SIZE_ERROR,
        "an answer to settings that says something",
        client -> client.frame(SETTINGS, ACK, 0, new byte[6]));
    ended(
        FRAME_SIZE_ERROR,
        "a short window",
        client -> client.frame(WINDOW_UPDATE, 0, 0, new byte[3]));
    ended(FRAME_SIZE_ERROR, "a short end", client -> client.frame(GOAWAY, 0, 0, new byte[7]));
    ended(
        FRAME_SIZE_ERROR,
        "padding without its length",
        client -> client.post(1, "/").frame(DATA, PADDED, 1));
    ended(
        FRAME_SIZE_ERROR,
        "half a priority in a head",
        client -> client.frame(HEADERS, WITH_PRIORITY | END_HEADERS, 1, new byte[4]));
  }

  private void padding() {
    ended(
        PROTOCOL_ERROR,
        "more padding than bytes",
        client -> client.post(1, "/").frame(DATA, PADDED, 1, (byte) 9, (byte) 0));
    ended(
        PROTOCOL_ERROR,
        "more padding than a head",
        client -> client.frame(HEADERS, PADDED | END_HEADERS, 1, (byte) 9, (byte) 0));
    ended(
        PROTOCOL_ERROR,
        "a body of the connection",
        client -> client.frame(DATA, 0, 0, new byte[1]));
    ended(
        PROTOCOL_ERROR,
        "a head of the connection",
        client -> client.frame(HEADERS, END_HEADERS, 0, new byte[1]));
  }

  private void connectionFrames() {
    ended(PROTOCOL_ERROR, "settings of a stream", client -> client.frame(SETTINGS, 0, 1));
    ended(PROTOCOL_ERROR, "a ping of a stream", client -> client.frame(PING, 0, 1, new byte[8]));
    ended(PROTOCOL_ERROR, "an end of a stream", client -> client.frame(GOAWAY, 0, 1, new byte[8]));
    ended(PROTOCOL_ERROR, "a frame size below the least", client -> client.settings(5, 16_383));
    ended(PROTOCOL_ERROR, "a frame size above the most", client -> client.settings(5, 16_777_216));
    ended(PROTOCOL_ERROR, "a push that is neither on nor off", client -> client.settings(2, 2));
    ended(
        FLOW_CONTROL_ERROR,
        "too large an initial window",
        client -> client.settings(4, 0x80000000));
  }

  private void flow() {
    ended(PROTOCOL_ERROR, "a window of 0 of the connection", client -> client.window(0, 0));
    ended(
        FLOW_CONTROL_ERROR,
        "too large a window of the connection",
        client -> client.window(0, Integer.MAX_VALUE));
    reset(PROTOCOL_ERROR, "a window of 0", client -> client.post(1, "/").window(1, 0));
    reset(
        FLOW_CONTROL_ERROR,
        "too large a window",
        client -> client.post(1, "/").window(1, Integer.MAX_VALUE));
    ended(
        FLOW_CONTROL_ERROR,
        "a window that settings make too large",
        client -> client.post(1, "/").window(1, Integer.MAX_VALUE - 65_535).settings(4, 65_536));
  }

  private void order() {
    ended(
        PROTOCOL_ERROR,
        "a frame within a head",
        client -> client.frame(HEADERS, 0, 1, new byte[1]).frame(PING, 0, 0, new byte[8]));
    ended(
        PROTOCOL_ERROR,
        "another stream within a head",
        client ->
            client
                .frame(HEADERS, 0, 1, new byte[1])
                .frame(CONTINUATION, END_HEADERS, 3, new byte[1]));
    ended(
        PROTOCOL_ERROR,
        "an unknown frame within a head",
        client -> client.frame(HEADERS, 0, 1, new byte[1]).frame(77, 0, 1));
    ended(
        PROTOCOL_ERROR,
        "a continuation of nothing",
        client -> client.frame(CONTINUATION, END_HEADERS, 1, new byte[1]));
    ended(
        ENHANCE_YOUR_CALM,
        "a third empty frame",
        client -> client.post(1, "/").data(1, "", false).data(1, "", false).data(1, "", false));
  }

  private void compression() {
    ended(
        COMPRESSION_ERROR,
        "an index beyond the tables",
        client -> client.frame(HEADERS, END_STREAM | END_HEADERS, 1, (byte) 0xfe));
    ended(
        COMPRESSION_ERROR,
        "the index 0",
        client -> client.frame(HEADERS, END_STREAM | END_HEADERS, 1, (byte) 0x80));
    ended(
        COMPRESSION_ERROR,
        "half a field",
        client ->
            client.frame(HEADERS, END_STREAM | END_HEADERS, 1, (byte) 0x40, (byte) 5, (byte) 'a'));
    ended(
        COMPRESSION_ERROR,
        "a table that is too large",
        client ->
            client.frame(
                HEADERS, END_STREAM | END_HEADERS, 1, (byte) 0x3f, (byte) 0xe2, (byte) 0x1f));
    ended(
        COMPRESSION_ERROR,
        "an endless number",
        client ->
            client.frame(
                HEADERS,
                END_STREAM | END_HEADERS,
                1,
                (byte) 0xff,
                (byte) 0xff,
                (byte) 0xff,
                (byte) 0xff,
                (byte) 0xff,
                (byte) 0xff,
                (byte) 0xff,
                (byte) 0xff,
                (byte) 0xff,
                (byte) 0xff));
  }
}
