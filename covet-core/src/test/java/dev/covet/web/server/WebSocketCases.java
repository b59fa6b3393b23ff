package dev.covet.web.server;

import static dev.covet.web.server.FrameSocket.BINARY;
import static dev.covet.web.server.FrameSocket.CLOSE;
import static dev.covet.web.server.FrameSocket.PING;
import static dev.covet.web.server.FrameSocket.PONG;
import static dev.covet.web.server.FrameSocket.TEXT;
import static dev.covet.web.server.FrameSocket.frame;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.covet.web.message.PerMessageDeflate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.DataFormatException;

/**
 * What a server that sends back each message has to do, by the numbers of Autobahn's test suite
 * (fuzzing client, groups 1 to 7, 9, 10, 12 and 13), written here from RFC 6455 and RFC 7692.
 *
 * <p>One idea: a table of cases, group by group.
 */
final class WebSocketCases {
  private static final int LAST = 0x80;
  private static final int DEFLATED = 0x40;
  private static final int ANY = -1;
  private static final byte[] NOTHING = {};
  private static final byte[] ONE = "fragment1".getBytes(UTF_8);
  private static final byte[] TWO = "fragment2".getBytes(UTF_8);
  private static final byte[] KOSME = hex("cebae1bdb9cf83cebcceb5");
  private static final byte[] PINGED = frame(LAST | PING, "ping".getBytes(UTF_8));
  private static final String OFFER = "Sec-WebSocket-Extensions: permessage-deflate";

  private final List<Case> cases = new ArrayList<>();

  /** How much of the long cases is done: 1 for all. */
  private final int part;

  private WebSocketCases(int part) {
    this.part = part;
  }

  /**
   * What a client does, and expects.
   *
   * @param number as Autobahn has it
   * @param offer the extension that it offers; empty for none
   */
  record Case(String number, String offer, Play play) {
    String group() {
      return number.substring(0, number.indexOf('.'));
    }
  }

  /** What a client does. */
  @FunctionalInterface
  interface Play {
    void with(FrameSocket client) throws IOException;
  }

  /**
   * All cases.
   *
   * @param part the long ones with so many times fewer messages and bytes
   */
  static List<Case> all(int part) {
    var all = new WebSocketCases(part);
    all.framing();
    all.pings();
    all.pongs();
    all.reserved();
    all.fragments();
    all.texts();
    all.closes();
    all.codes();
    all.limits();
    all.fragmented();
    all.deflated();
    return all.cases;
  }

  private void add(String number, Play play) {
    cases.add(new Case(number, "", play));
  }

  // what is expected

  private static void expect(boolean holds, String what) throws IOException {
    if (!holds) throw new IOException(what);
  }

  private static void echoed(FrameSocket client, int opcode, byte[] payload) throws IOException {
    var frame = client.nextMessage();
    expect(frame.first() == (LAST | opcode), "another frame came: " + frame.first());
    expect(Arrays.equals(frame.payload(), payload), "another payload came");
  }

  /** The server closes with a status, or any if that is -1, and then ends the connection. */
  private static void closed(FrameSocket client, int code) throws IOException {
    var frame = client.nextMessage();
    expect(frame.opcode() == CLOSE, "no close came but " + frame.opcode());
    expect(code == ANY || frame.code() == code, "closed with " + frame.code());
    expect(client.isAtEnd(), "something follows the close");
  }

  /** What came before may be answered first, or not any more. */
  private static void closedBehind(FrameSocket client, byte[] before, int code) throws IOException {
    var frame = client.nextMessage();
    if (frame.opcode() == TEXT) {
      expect(Arrays.equals(frame.payload(), before), "another payload came");
      frame = client.nextMessage();
    }
    expect(frame.opcode() == CLOSE && frame.code() == code, "closed with " + frame.code());
    expect(client.isAtEnd(), "something follows the close");
  }

  /** The client closes, and the server does the same. */
  private static void closes(FrameSocket client) throws IOException {
    client.close(1_000);
    closed(client, 1_000);
  }

  private static byte[] bytes(int count) {
    var bytes = new byte[count];
    Arrays.fill(bytes, (byte) '*');
    return bytes;
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  private static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (var each : parts) all.writeBytes(each);
    return all.toByteArray();
  }

  // 1: framing

  private void framing() {
    int[] sizes = {0, 125, 126, 127, 128, 65_535, 65_536};
    for (var kind : List.of(TEXT, BINARY)) {
      for (var i = 0; i < sizes.length; i++) {
        var payload = bytes(sizes[i]);
        add(
            "1.%d.%d".formatted(kind, i + 1),
            client -> {
              client.raw(frame(LAST | kind, payload));
              echoed(client, kind, payload);
              closes(client);
            });
      }
      add(
          "1.%d.8".formatted(kind),
          client -> {
            client.chopped(frame(LAST | kind, bytes(65_536)), 997);
            echoed(client, kind, bytes(65_536));
            closes(client);
          });
    }
  }

  // 2: pings and pongs

  private void pings() {
    byte[][] payloads = {
      NOTHING, "Hello, world!".getBytes(UTF_8), hex("00ff fefd fcfb 00ff"), bytes(125)
    };
    for (var i = 0; i < payloads.length; i++) {
      var payload = payloads[i];
      add(
          "2." + (i + 1),
          client -> {
            client.raw(frame(LAST | PING, payload));
            echoed(client, PONG, payload);
            closes(client);
          });
    }
    wrong("2.5", 1_002, frame(LAST | PING, bytes(126)));
    add("2.10", client -> tenPings(client, Integer.MAX_VALUE));
    add("2.11", client -> tenPings(client, 1));
  }

  private void pongs() {
    add(
        "2.6",
        client -> {
          client.chopped(frame(LAST | PING, bytes(125)), 1);
          echoed(client, PONG, bytes(125));
          closes(client);
        });
    add(
        "2.7",
        client -> {
          client.raw(frame(LAST | PONG, NOTHING));
          closes(client);
        });
    add(
        "2.8",
        client -> {
          client.raw(frame(LAST | PONG, "unasked".getBytes(UTF_8)));
          closes(client);
        });
    add(
        "2.9",
        client -> {
          client.raw(frame(LAST | PONG, "unasked".getBytes(UTF_8)));
          client.raw(frame(LAST | PING, "asked".getBytes(UTF_8)));
          echoed(client, PONG, "asked".getBytes(UTF_8));
          closes(client);
        });
  }

  private static void tenPings(FrameSocket client, int chop) throws IOException {
    for (var i = 0; i < 10; i++) {
      client.chopped(frame(LAST | PING, ("payload-" + i).getBytes(UTF_8)), Math.min(chop, 200));
      echoed(client, PONG, ("payload-" + i).getBytes(UTF_8));
    }
    closes(client);
  }

  // 3 and 4: reserved bits and opcodes

  private void reserved() {
    var hello = "Hello, world!".getBytes(UTF_8);
    int[] bits = {0x10, 0x20, 0x30, 0x40, 0x50, 0x60, 0x70};
    for (var i = 0; i < bits.length; i++) {
      var bit = bits[i];
      var kind = i == 4 ? BINARY : i == 5 ? PING : i == 6 ? CLOSE : TEXT;
      add(
          "3." + (i + 1),
          client -> {
            client.raw(frame(LAST | TEXT, hello));
            client.raw(frame(LAST | bit | kind, hello));
            client.raw(frame(LAST | PING, NOTHING));
            closedBehind(client, hello, 1_002);
          });
    }
    for (var i = 0; i < 5; i++) {
      badOpcode("4.1." + (i + 1), 3 + i, i < 1 ? NOTHING : hello, i > 1);
      badOpcode("4.2." + (i + 1), 11 + i, i < 1 ? NOTHING : hello, i > 1);
    }
  }

  private void badOpcode(String number, int opcode, byte[] payload, boolean behind) {
    add(
        number,
        client -> {
          var hello = "Hello, world!".getBytes(UTF_8);
          if (behind) client.raw(frame(LAST | TEXT, hello));
          client.raw(frame(LAST | opcode, payload));
          client.raw(frame(LAST | PING, NOTHING));
          closedBehind(client, hello, 1_002);
        });
  }

  // 5: fragments

  private void fragments() {
    wrong("5.1", 1_002, frame(PING, ONE), frame(LAST, TWO));
    wrong("5.2", 1_002, frame(PONG, ONE), frame(LAST, TWO));
    int[] chops = {1_000, 8, 1};
    for (var i = 0; i < chops.length; i++) chopped(i, chops[i]);
    wrong("5.16", 1_002, frame(0, ONE), frame(TEXT, TWO), frame(LAST, ONE));
    wrong("5.17", 1_002, frame(LAST, ONE), frame(TEXT, TWO), frame(LAST, ONE));
    wrong("5.18", 1_002, frame(TEXT, ONE), frame(LAST | TEXT, TWO));
    add(
        "5.15",
        client -> {
          client.raw(
              joined(frame(TEXT, ONE), frame(LAST, TWO), frame(0, ONE), frame(LAST | TEXT, TWO)));
          closedBehind(client, joined(ONE, TWO), 1_002);
        });
    add("5.19", WebSocketCases::withPings);
    add("5.20", WebSocketCases::withPings);
  }

  private void chopped(int i, int chop) {
    add(
        "5." + (3 + i),
        client -> {
          client.chopped(joined(frame(TEXT, ONE), frame(LAST, TWO)), chop);
          echoed(client, TEXT, joined(ONE, TWO));
          closes(client);
        });
    add(
        "5." + (6 + i),
        client -> {
          client.chopped(joined(frame(TEXT, ONE), PINGED, frame(LAST, TWO)), chop);
          echoed(client, PONG, "ping".getBytes(UTF_8));
          echoed(client, TEXT, joined(ONE, TWO));
          closes(client);
        });
    add(
        "5." + (9 + i),
        client -> {
          client.chopped(joined(frame(LAST, ONE), frame(LAST | TEXT, TWO)), chop);
          closed(client, 1_002);
        });
    add(
        "5." + (12 + i),
        client -> {
          client.chopped(joined(frame(0, ONE), frame(LAST | TEXT, TWO)), chop);
          closed(client, 1_002);
        });
  }

  private static void withPings(FrameSocket client) throws IOException {
    client.raw(joined(frame(TEXT, ONE), frame(0, TWO), PINGED));
    echoed(client, PONG, "ping".getBytes(UTF_8));
    client.raw(joined(frame(0, ONE), frame(0, TWO), PINGED, frame(LAST, ONE)));
    echoed(client, PONG, "ping".getBytes(UTF_8));
    echoed(client, TEXT, joined(ONE, TWO, ONE, TWO, ONE));
    closes(client);
  }

  /** Frames that break a rule. */
  private void wrong(String number, int code, byte[]... frames) {
    add(
        number,
        client -> {
          client.raw(joined(frames));
          closed(client, code);
        });
  }

  // 6: texts

  private void texts() {
    var text = "Hello-\u00b5@\u00df\u00f6\u00e4\u00fc\u00e0\u00e1-UTF-8!!".getBytes(UTF_8);
    good("6.1.1", NOTHING);
    pieces("6.1.2", NOTHING, NOTHING, NOTHING);
    pieces("6.1.3", NOTHING, "middle frame payload".getBytes(UTF_8), NOTHING);
    good("6.2.1", text);
    pieces("6.2.2", Arrays.copyOf(text, 12), Arrays.copyOfRange(text, 12, text.length));
    octets("6.2.3", text);
    octets("6.2.4", KOSME);
    var bad = joined(KOSME, hex("eda080"), "edited".getBytes(UTF_8));
    bad("6.3.1", bad);
    badOctets("6.3.2", bad);
    early();
    valid(
        "6.5",
        "68656c6c6f24776f726c64 68656c6c6fc2a2776f726c64 68656c6c6fe282ac776f726c64"
            + " 68656c6c6ff0a4ada2776f726c64 f0a4ada2");
    for (var i = 1; i <= KOSME.length; i++) {
      var start = Arrays.copyOf(KOSME, i);
      if (List.of(2, 5, 7, 9, 11).contains(i)) good("6.6." + i, start);
      else bad("6.6." + i, start);
    }
    sequences();
  }

  private void sequences() {
    valid("6.7", "00 c280 e0a080 f0908080");
    invalid("6.8", "f888808080 fc8480808080");
    valid("6.9", "7f dfbf efbfbf f48fbfbf");
    invalid("6.10", "f7bfbfbf fbbfbfbfbf fdbfbfbfbfbf");
    valid("6.11", "ed9fbf ee8080 efbfbd f48fbfbf");
    bad("6.11.5", hex("f4908080"));
    invalid(
        "6.12",
        "80 bf 80bf 80bf80 80bf80bf 80bf80bf80 80bf80bf80bf"
            + " 808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9"
            + "aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebf");
    var starts =
        List.of(
            spaced(0xc0, 0xdf),
            spaced(0xe0, 0xef),
            spaced(0xf0, 0xf7),
            spaced(0xf8, 0xfb),
            spaced(0xfc, 0xfd));
    invalid("6.13", String.join(" ", starts));
    invalid("6.14", "c0 e080 f08080 f8808080 fc80808080 df efbf f7bfbf fbbfbfbf fdbfbfbfbf");
    invalid("6.15", "c0e080f08080f8808080fc80808080dfefbff7bfbffbbfbfbffdbfbfbfbf");
    invalid("6.16", "fe ff fefeffff");
    invalid("6.17", "c0af e080af f08080af f8808080af fc80808080af");
    invalid("6.18", "c1bf e09fbf f08fbfbf f887bfbfbf fc83bfbfbfbf");
    invalid("6.19", "c080 e08080 f0808080 f880808080 fc8080808080");
    invalid("6.20", "eda080 edadbf edae80 edafbf edb080 edbe80 edbfbf");
    invalid(
        "6.21",
        "eda080edb080 eda080edbfbf edadbfedb080 edadbfedbfbf edae80edb080 edae80edbfbf"
            + " edafbfedb080 edafbfedbfbf");
    nonCharacters();
    valid("6.23", "efbfb9 efbfba efbfbb efbfbc efbfbd efbfbe efbfbf");
  }

  /** Each of these first bytes with a blank behind it. */
  private static String spaced(int from, int to) {
    var all = new StringBuilder();
    for (var i = from; i <= to; i++) all.append("%02x20".formatted(i));
    return all.toString();
  }

  /** U+FFFE and U+FFFF, and those like them in the other planes. */
  private void nonCharacters() {
    var number = 0;
    for (var plane = 0; plane <= 16; plane++) {
      for (var end : List.of(0xfffe, 0xffff)) {
        good("6.22." + ++number, Character.toString(plane << 16 | end).getBytes(UTF_8));
      }
    }
  }

  private void valid(String group, String all) {
    var number = 0;
    for (var each : all.split(" ", -1)) good(group + "." + ++number, hex(each));
  }

  private void invalid(String group, String all) {
    var number = 0;
    for (var each : all.split(" ", -1)) bad(group + "." + ++number, hex(each));
  }

  private void good(String number, byte[] text) {
    add(
        number,
        client -> {
          client.raw(frame(LAST | TEXT, text));
          echoed(client, TEXT, text);
          closes(client);
        });
  }

  private void bad(String number, byte[] text) {
    add(
        number,
        client -> {
          client.raw(frame(LAST | TEXT, text));
          closed(client, 1_007);
        });
  }

  private void pieces(String number, byte[]... parts) {
    add(
        number,
        client -> {
          client.raw(fragments(TEXT, parts));
          echoed(client, TEXT, joined(parts));
          closes(client);
        });
  }

  private void octets(String number, byte[] text) {
    pieces(number, singles(text));
  }

  private static byte[][] singles(byte[] text) {
    var parts = new byte[text.length][];
    for (var i = 0; i < text.length; i++) parts[i] = new byte[] {text[i]};
    return parts;
  }

  private void badOctets(String number, byte[] text) {
    add(
        number,
        client -> {
          client.raw(fragments(TEXT, singles(text)));
          closed(client, 1_007);
        });
  }

  private static byte[] fragments(int first, byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (var i = 0; i < parts.length; i++) {
      var last = i == parts.length - 1 ? LAST : 0;
      all.writeBytes(frame(last | (i == 0 ? first : 0), parts[i]));
    }
    return all.toByteArray();
  }

  /** What is no text is refused before its message, or its frame, is whole. */
  private void early() {
    var start = KOSME;
    add(
        "6.4.1",
        client -> {
          client.raw(frame(TEXT, start)).raw(frame(0, hex("f4908080")));
          closed(client, 1_007);
        });
    add(
        "6.4.2",
        client -> {
          client.raw(frame(TEXT, joined(start, hex("f4")))).raw(frame(0, hex("90")));
          closed(client, 1_007);
        });
    add(
        "6.4.3",
        client -> {
          var whole = frame(LAST | TEXT, joined(start, hex("f4908080"), "edited".getBytes(UTF_8)));
          client.raw(Arrays.copyOf(whole, whole.length - 7));
          closed(client, 1_007);
        });
    add(
        "6.4.4",
        client -> {
          var whole = frame(LAST | TEXT, joined(start, hex("f4908080"), "edited".getBytes(UTF_8)));
          client.chopped(Arrays.copyOf(whole, whole.length - 8), 1);
          closed(client, 1_007);
        });
  }

  // 7: closes

  private void closes() {
    var hello = "Hello World!".getBytes(UTF_8);
    add(
        "7.1.1",
        client -> {
          client.raw(frame(LAST | TEXT, hello));
          echoed(client, TEXT, hello);
          closes(client);
        });
    add(
        "7.1.2",
        client -> {
          client.close(1_000).close(1_000);
          closed(client, 1_000);
        });
    add(
        "7.1.3",
        client -> {
          client.close(1_000).raw(frame(LAST | PING, NOTHING));
          closed(client, 1_000);
        });
    add(
        "7.1.4",
        client -> {
          client.close(1_000).raw(frame(LAST | TEXT, hello));
          closed(client, 1_000);
        });
    add(
        "7.1.5",
        client -> {
          client.raw(frame(TEXT, hello)).close(1_000).raw(frame(LAST, hello));
          closed(client, 1_000);
        });
    add("7.1.6", WebSocketCases::closesBehindMuch);
  }

  private static void closesBehindMuch(FrameSocket client) throws IOException {
    client.raw(joined(frame(LAST | TEXT, bytes(262_144)), frame(LAST | TEXT, ONE)));
    client.close(1_000);
    client.raw(frame(LAST | PING, NOTHING));
    for (var next = client.nextMessage(); next.opcode() != CLOSE; next = client.nextMessage()) {
      expect(next.opcode() == TEXT, "no text came");
    }
    expect(client.isAtEnd(), "something follows the close");
  }

  private void codes() {
    var hello = "Hello World!".getBytes(UTF_8);
    says("7.3.1", NOTHING, 1_005);
    says("7.3.2", hex("03"), 1_002);
    says("7.3.3", hex("03e8"), 1_000);
    says("7.3.4", joined(hex("03e8"), hello), 1_000);
    says("7.3.5", joined(hex("03e8"), bytes(123)), 1_000);
    says("7.3.6", joined(hex("03e8"), bytes(124)), 1_002);
    says("7.5.1", joined(hex("03e8"), hex("cebae1bdb9cf83cebcceb5eda080656469746564")), 1_007);
    int[] known = {
      1_000, 1_001, 1_002, 1_003, 1_007, 1_008, 1_009, 1_010, 1_011, 3_000, 3_999, 4_000, 4_999
    };
    for (var i = 0; i < known.length; i++) code("7.7." + (i + 1), known[i], known[i]);
    int[] wrong = {0, 999, 1_004, 1_005, 1_006, 1_016, 1_100, 2_000, 2_999};
    for (var i = 0; i < wrong.length; i++) code("7.9." + (i + 1), wrong[i], 1_002);
    code("7.13.1", 5_000, 1_002);
    code("7.13.2", 65_535, 1_002);
  }

  private void code(String number, int code, int answer) {
    says(number, new byte[] {(byte) (code >> 8), (byte) code}, answer);
  }

  private void says(String number, byte[] payload, int answer) {
    add(
        number,
        client -> {
          client.raw(frame(LAST | CLOSE, payload));
          closed(client, answer);
        });
  }

  // 9: long messages, and many

  private void limits() {
    int[] sizes = {65_536, 262_144, 1_048_576, 4_194_304, 8_388_608, 16_777_216};
    for (var kind : List.of(TEXT, BINARY)) {
      for (var i = 0; i < sizes.length; i++) {
        var size = sizes[i] / part;
        add("9.%d.%d".formatted(kind, i + 1), client -> sent(client, kind, size, size));
      }
      int[] frames = {64, 256, 1_024, 4_096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304};
      for (var i = 0; i < frames.length; i++) {
        var frame = frames[i];
        add(
            "9.%d.%d".formatted(kind + 2, i + 1),
            client -> sent(client, kind, 4_194_304 / part, frame));
      }
      int[] chops = {64, 128, 256, 512, 1_024, 2_048};
      for (var i = 0; i < chops.length; i++) {
        var chop = chops[i];
        add(
            "9.%d.%d".formatted(kind + 4, i + 1),
            client -> {
              var payload = bytes(1_048_576 / part);
              client.chopped(frame(LAST | kind, payload), chop);
              echoed(client, kind, payload);
              closes(client);
            });
      }
      int[] lengths = {0, 16, 64, 256, 1_024, 4_096};
      for (var i = 0; i < lengths.length; i++) {
        var payload = bytes(lengths[i]);
        add(
            "9.%d.%d".formatted(kind + 6, i + 1),
            client -> {
              for (var count = 0; count < 1_000 / part; count++) {
                client.raw(frame(LAST | kind, payload));
                echoed(client, kind, payload);
              }
              closes(client);
            });
      }
    }
  }

  private static void sent(FrameSocket client, int kind, int size, int frame) throws IOException {
    for (var at = 0; at < size; at += frame) {
      var last = at + frame >= size ? LAST : 0;
      client.raw(frame(last | (at == 0 ? kind : 0), bytes(Math.min(frame, size - at))));
    }
    echoed(client, kind, bytes(size));
    closes(client);
  }

  // 10: fragments of a size

  private void fragmented() {
    add("10.1.1", client -> sent(client, TEXT, 65_536, 1_300));
  }

  // 12 and 13: deflated messages

  private void deflated() {
    int[] sizes = {
      16, 64, 256, 1_024, 4_096, 8_192, 16_384, 32_768, 65_536, 131_072, 8_192, 16_384, 32_768,
      65_536, 131_072, 131_072, 131_072, 131_072
    };
    int[] frames = {
      0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 256, 512, 1_024, 2_048, 4_096, 8_192, 16_384, 32_768
    };
    for (var content = 1; content <= 5; content++) {
      for (var i = 0; i < sizes.length; i++) {
        deflated("12.%d.%d".formatted(content, i + 1), OFFER, content, sizes[i], frames[i]);
      }
    }
    String[] offers = {
      "; client_no_context_takeover; client_max_window_bits",
      "; client_no_context_takeover; server_no_context_takeover; client_max_window_bits",
      "; client_max_window_bits=9",
      "; server_max_window_bits=15; client_max_window_bits",
      "; server_max_window_bits=9, permessage-deflate; client_max_window_bits",
      "; server_no_context_takeover; client_max_window_bits=15",
      "; server_max_window_bits=9, permessage-deflate; x=1, permessage-deflate"
    };
    for (var offer = 0; offer < offers.length; offer++) {
      for (var i = 0; i < sizes.length; i++) {
        var number = "13.%d.%d".formatted(offer + 1, i + 1);
        deflated(number, OFFER + offers[offer], 1, sizes[i], frames[i]);
      }
    }
  }

  private void deflated(String number, String offer, int content, int size, int frame) {
    cases.add(
        new Case(
            number,
            offer,
            client -> {
              expect(
                  client
                      .head()
                      .toLowerCase(Locale.ROOT)
                      .contains("sec-websocket-extensions: permessage-deflate"),
                  "not accepted");
              var kind = content == 2 ? BINARY : TEXT;
              for (var i = 0; i < Math.max(2, 1_000 / part); i++) {
                var payload = content(content, size, i);
                client.raw(compressed(kind, payload, frame));
                deflatedEcho(client, kind, payload);
              }
              closes(client);
            }));
  }

  /** Something that can be deflated, more or less; a text but for the second. */
  private static byte[] content(int content, int size, int number) {
    var bytes = new byte[size];
    for (var i = 0; i < size; i++) {
      bytes[i] =
          (byte)
              switch (content) {
                case 1 -> "{\"name\": \"hero\", \"age\": 42}, ".charAt((i + number) % 29);
                case 2 -> (i * 31 + number * 7) ^ (i >> 3);
                case 3 -> 'a' + (i * i + number) % 26;
                case 4 -> '*';
                default -> ' ' + ((i * 2_654_435_761L + number) >>> 13) % 90;
              };
    }
    return bytes;
  }

  private static byte[] compressed(int kind, byte[] payload, int frame) {
    var deflated = PerMessageDeflate.deflate(payload);
    if (frame == 0) return frame(LAST | DEFLATED | kind, deflated);
    var count = Math.max(1, (deflated.length + frame - 1) / frame);
    var parts = new byte[count][];
    for (var i = 0; i < count; i++) {
      parts[i] =
          Arrays.copyOfRange(deflated, i * frame, Math.min(deflated.length, (i + 1) * frame));
    }
    return fragments(DEFLATED | kind, parts);
  }

  private static void deflatedEcho(FrameSocket client, int kind, byte[] payload)
      throws IOException {
    var frame = client.nextMessage();
    expect(frame.opcode() == kind, "another frame came: " + frame.first());
    try {
      var bytes =
          frame.isDeflated()
              ? PerMessageDeflate.inflate(frame.payload(), payload.length)
              : frame.payload();
      expect(Arrays.equals(bytes, payload), "another payload came");
    } catch (DataFormatException e) {
      throw new IOException("not deflated", e);
    }
  }
}
