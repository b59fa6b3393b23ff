package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.message.BodyTooLarge;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * More raw bytes beside those of {@code MalformedHttpTest}: all answers that they get, the state of
 * the connection afterwards, and a neighbour who is answered before and after. A line is the
 * verdict, {@code <-}, and the bytes, in which {@code ~} is CRLF, {@code ^} a bare CR, {@code |} a
 * bare LF, {@code \}{@code t} a tab and {@code \}{@code xHH} any byte; {@code §} stands for {@code
 * HTTP/1.1~Host: a~}. Security.md H1, H2, H3, H5, H7, H8, H10.
 */
@Timeout(60)
@ExtendWith(NoLeaks.class)
final class RawSequencesTest {
  /** RFC 9112, 6: how long a body is, and what two readers of it could take for its end. */
  private static final String LENGTHS =
      """
      400 closed <- POST / §Content-Length: 6~Transfer-Encoding: chunked~~0~~G
      400 closed <- POST / §Transfer-Encoding: chunked~Content-Length: 4~~5c~GPOST / HTTP/1.1
      400 closed <- POST / §Content-Length: 0~Transfer-Encoding: x~~
      400 closed <- POST / §Transfer-Encoding: chunked, identity~~0~~
      400 closed <- POST / §Transfer-Encoding: identity, chunked~~0~~
      400 closed <- POST / §Transfer-Encoding: chunked, chunked~~0~~
      400 closed <- POST / §Transfer-Encoding: chunked,~~0~~
      400 closed <- POST / §Transfer-Encoding: ,chunked~~0~~
      400 closed <- POST / §Transfer-Encoding: "chunked"~~0~~
      400 closed <- POST / §Transfer-Encoding: chunked;q=1~~0~~
      400 closed <- POST / §Transfer-Encoding: chunked x~~0~~
      400 closed <- POST / §Transfer-Encoding:~~0~~
      400 closed <- POST / §Transfer-Encoding:\\x0bchunked~~0~~
      400 closed <- POST / §Transfer-Encoding: chunked\\x00~~0~~
      400 closed <- POST / §Transfer-Encoding: \\xa0chunked~~0~~
      400 closed <- POST / §Transfer-Encoding : chunked~~0~~
      400 closed <- POST / §Transfer-Encoding\\x00: chunked~~0~~
      400 closed <- POST / §X: y^Transfer-Encoding: chunked~~0~~
      400 closed <- POST / §X: y|Transfer-Encoding: chunked~~0~~
      400 closed <- POST / §Transfer-Encoding:~ chunked~~0~~
      400 closed <- POST / §Transfer-Encoding: chunked~Transfer-Encoding: identity~~0~~
      400 closed <- POST / §TRANSFER-ENCODING: chunked~transfer-encoding: chunked~~0~~
      200 open <- POST / §Transfer-Encoding: CHUNKED~~3~abc~0~~
      200 open <- POST / §Transfer-Encoding:\\tchunked \\t~~3~abc~0~~
      200 open <- POST / §Transfer_Encoding: chunked~Content-Length: 3~~0~~
      400 closed <- POST / §Content-Length: 3~content-length: 4~~abcd
      400 closed <- POST / §Content-Length: 3,~~abc
      400 closed <- POST / §Content-Length: 3 3~~abc
      400 closed <- POST / §Content-Length: 3;~~abc
      400 closed <- POST / §Content-Length: "3"~~abc
      400 closed <- POST / §Content-Length: 3.0~~abc
      400 closed <- POST / §Content-Length: 3e0~~abc
      400 closed <- POST / §Content-Length: 1_0~~abc
      400 closed <- POST / §Content-Length: \\xd9\\xa3~~abc
      400 closed <- POST / §Content-Length: 3\\x00~~abc
      400 closed <- POST / §Content-Length: ~ 3~~abc
      400 closed <- POST / §Content-Length: 18446744073709551619~~abc
      413 closed <- POST / §Content-Length: 999999999999999999~~abc
      200 open <- POST / §Content-Length: 003~~abc
      200 open <- POST / §Content-Length:3~~abc
      200 open <- GET / §Content-Length: 3~~abc
      200 open <- GET / §Content-Length: 31~~GET /evil HTTP/1.1~Host: a~~
      200 open <- POST / §Content-Length: 0~~
      200 501 closed <- POST / §~abcGET /next §~
      """;

  /** RFC 9112, 7.1: chunks, their extensions, and the fields behind the last one. */
  private static final String CHUNKS =
      """
      400 closed <- POST / §Transfer-Encoding: chunked~~100000000000000000~abc
      400 closed <- POST / §Transfer-Encoding: chunked~~FFFFFFFFFFFFFFFF~abc
      400 closed <- POST / §Transfer-Encoding: chunked~~0x3~abc~0~~
      400 closed <- POST / §Transfer-Encoding: chunked~~+3~abc~0~~
      400 closed <- POST / §Transfer-Encoding: chunked~~3h~abc~0~~
      400 closed <- POST / §Transfer-Encoding: chunked~~3_~abc~0~~
      400 closed <- POST / §Transfer-Encoding: chunked~~\\xef\\xbc\\x93~abc~0~~
      400 closed <- POST / §Transfer-Encoding: chunked~~~3~abc~0~~
      400 closed <- POST / §Transfer-Encoding: chunked~~;a=b~abc~0~~
      400 closed <- POST / §Transfer-Encoding: chunked~~3~ab~0~~
      400 closed <- POST / §Transfer-Encoding: chunked~~3~abc0~~
      400 closed <- POST / §Transfer-Encoding: chunked~~3~abc^0~~
      400 closed <- POST / §Transfer-Encoding: chunked~~3^abc~0~~
      400 closed <- POST / §Transfer-Encoding: chunked~~3~abc~0~XXGET /evil §~
      400 closed <- POST / §Transfer-Encoding: chunked~~3~abc~0|~
      400 closed <- POST / §Transfer-Encoding: chunked~~3~abc~0~|
      400 closed <- POST / §Transfer-Encoding: chunked~~3;a=b|abc~0~~
      400 closed <- POST / §Transfer-Encoding: chunked~~3;a=b^c~abc~0~~
      400 closed <- POST / §Transfer-Encoding: chunked~~3;a=\\x00~abc~0~~
      400 closed <- POST / §Transfer-Encoding: chunked~~3~abc~0~X : a~~
      400 closed <- POST / §Transfer-Encoding: chunked~~3~abc~0~: a~~
      400 closed <- POST / §Transfer-Encoding: chunked~~3~abc~0~X~~
      400 closed <- POST / §Transfer-Encoding: chunked~~3~abc~0~X: a^b~~
      400 closed <- POST / §Transfer-Encoding: chunked~~3~abc~0~X: a\\x00b~~
      200 open <- POST / §Transfer-Encoding: chunked~~0~~
      200 open <- POST / §Transfer-Encoding: chunked~~3~abc~000~~
      200 open <- POST / §Transfer-Encoding: chunked~~0000003~abc~0~~
      200 open <- POST / §Transfer-Encoding: chunked~~3;a=b;c~abc~0;d~~
      200 open <- POST / §Transfer-Encoding: chunked~~3;a="x;y"~abc~0~~
      200 open <- POST / §Transfer-Encoding: chunked~~a~0123456789~A~0123456789~0~~
      200 open <- POST / §Transfer-Encoding: chunked~~3~~a~0~~
      200 200 open <- POST / §Transfer-Encoding: chunked~~3~abc~0~~GET /two §~
      200 200 open <- POST / §Transfer-Encoding: chunked~~3~abc~0~X: y~~GET /two §~
      """;

  /** RFC 9112, 2 and 3: request lines, targets and whom they ask. */
  private static final String LINES =
      """
      405 closed <- CONNECT a:443 HTTP/1.1~Host: a:443~~
      405 closed <- CONNECT / §~
      405 closed <- TRACE http://a/ §~
      400 closed <- GET http:///x §~
      400 closed <- GET http:x §~
      400 closed <- GET https://a/x §~
      400 closed <- GET ftp://a/x §~
      400 closed <- GET http://a:99999/ §~
      400 closed <- GET http://[::1/ §~
      400 closed <- GET http://a b/ §~
      400 closed <- GET a:80 §~
      400 closed <- GET ?a=b §~
      400 closed <- GET \\x5cx §~
      400 closed <- POST * §~
      400 closed <- GET /\\x7f §~
      400 closed <- GET /\\xe9 §~
      400 closed <- GET\\t/ §~
      400 closed <-  GET / §~
      400 closed <- \\x0bGET / §~
      400 closed <- \\xef\\xbb\\xbfGET / §~
      400 closed <- |GET / §~
      400 closed <- ^GET / §~
      400 closed <- GET / HTTP /1.1~Host: a~~
      400 closed <- GET / HTTP/1.~Host: a~~
      400 closed <- GET / HTTP/01.1~Host: a~~
      400 closed <- GET / HTTP/1.1x~Host: a~~
      400 closed <- GET / HTTP/+1.1~Host: a~~
      400 closed <- GET /x|Host: a~Content-Length: 5~~hello
      400 closed <- GET / ICY/1.1~Host: a~~
      400 closed <- G(T / §~
      400 closed <- HTTP/1.1 200 OK~Content-Length: 0~~
      505 closed <- GET / HTTP/3.0~Host: a~~
      400 closed <- GET / HTTP/1.1~~Host: a~~
      400 closed <- GET http://a/x HTTP/1.1~~
      200 open <- GET HTTP://A/x HTTP/1.1~Host: b~~
      200 open <- GET http://a:80/x HTTP/1.1~Host: a~~
      200 open <- OPTIONS http://a HTTP/1.1~Host: a~~
      200 open <- OPTIONS /x §~
      200 open <- GET //a/b §~
      200 closed <- GET / HTTP/1.0~Host: a~~
      200 open <- GET / HTTP/1.0~Host: a~Connection: keep-alive~~
      """;

  /** RFC 9110, 5 and 7; RFC 9112, 5 and 9: fields, and what they say of the connection. */
  private static final String FIELDS =
      """
      400 closed <- GET / §host: a~~
      400 closed <- GET / HTTP/1.1~Host: a, b~~
      400 closed <- GET / HTTP/1.1~Host: a?b~~
      400 closed <- GET / HTTP/1.1~Host: a#b~~
      400 closed <- GET / HTTP/1.1~Host: a\\x5cb~~
      400 closed <- GET / HTTP/1.1~Host: a"b~~
      400 closed <- GET / HTTP/1.1~Host: a<b~~
      400 closed <- GET / HTTP/1.1~Host: a:-1~~
      400 closed <- GET / HTTP/1.1~Host: a:80:80~~
      400 closed <- GET / HTTP/1.1~Host: [::1~~
      400 closed <- GET / HTTP/1.1~Host: [::1]]~~
      400 closed <- GET / HTTP/1.1~Host: ::1~~
      400 closed <- GET / HTTP/1.1~Host: http://a~~
      400 closed <- GET / HTTP/1.1~Host: \\xe9~~
      400 closed <- GET / HTTP/1.1~Host: a%zz~~
      200 open <- GET / HTTP/1.1~Host: a.~~
      200 open <- GET / HTTP/1.1~hOST:a~~
      400 closed <- GET / §X-\\x80: a~~
      400 closed <- GET / §X: a\\x0bb~~
      400 closed <- GET / §X: a\\x1bb~~
      400 closed <- GET / §X: a\\x7fb~~
      400 closed <- GET / §X\\t: a~~
      400 closed <- GET / §\\tX: a~~
      400 closed <- GET / §X@Y: a~~
      400 closed <- GET / §"X": a~~
      200 open <- GET / §X:~~
      200 open <- GET / §X: \\x80\\xff~~
      200 open <- GET / §X: a: b: c~~
      200 open <- GET / §!#$%&'*+-.`: a~~
      200 closed <- GET / §Connection: Close~~
      200 closed <- GET / §Connection: keep-alive, close~~
      200 closed <- GET / §Connection: x~Connection: close~~
      200 open <- GET / §Connection: closed~~
      200 open <- GET / §Connection: Content-Length, Host~~
      200 open <- GET / §Connection: Upgrade, HTTP2-Settings~Upgrade: h2c~HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA~~
      200 200 open <- GET / §Connection: Upgrade~Upgrade: h2c~HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA~~GET /two §~
      200 open <- POST / §Upgrade: h2c~Connection: Upgrade~Content-Length: 3~~abc
      200 open <- GET / §Upgrade: TLS/1.3~Connection: Upgrade~~
      417 closed <- POST / §Expect: 100-continue, x~Content-Length: 3~~abc
      417 closed <- POST / §Expect: 200-ok~Content-Length: 3~~abc
      200 open <- GET / §Expect: 100-continue~~
      200 open <- POST / §Expect: 100-CONTINUE~Content-Length: 3~~abc
      200 closed <- GET / HTTP/1.0~Expect: tea~~
      """;

  /** RFC 9112, 9.3.2: several requests at once, of which one is the last. */
  private static final String LINED_UP =
      """
      200 200 200 open <- GET /1 §~GET /2 §~GET /3 §~
      200 200 open <- POST /1 §Content-Length: 3~~abcGET /2 §~
      200 200 open <- GET /1 §~~GET /2 §~
      200 400 closed <- GET /1 §~~~GET /2 §~
      200 closed <- GET /1 §Connection: close~~GET /2 §~
      200 closed <- GET /1 HTTP/1.0~~GET /2 §~
      400 closed <- GET /1 HTTP/1.1~Host: a b~~GET /2 §~
      200 200 501 closed <- GET /1 §~GET /2 §~BREW /3 §~GET /4 §~
      200 400 closed <- POST /1 §Content-Length: 3~~abcd§~GET /2 §~
      400 closed <- POST /1 §Content-Length: 3~Transfer-Encoding: chunked~~abcGET /2 §~
      200 400 closed <- GET /1 §~POST /2 §Transfer-Encoding: chunked~~z~GET /3 §~
      """;

  private static final Pattern BYTE = Pattern.compile("\\\\x([0-9a-f]{2})");

  static Stream<List<String>> sequences() {
    return Stream.of(LENGTHS, CHUNKS, LINES, FIELDS, LINED_UP)
        .flatMap(String::lines)
        .map(line -> List.of(line.split(" <- ", 2)));
  }

  @ParameterizedTest
  @MethodSource("sequences")
  void bytesHaveTheVerdictOfTheStandardAndNeighboursTheirAnswers(List<String> sequence)
      throws IOException {
    try (var server = RunningServer.of(RawSequencesTest::readAll);
        var neighbour = server.connect();
        var client = server.connect()) {
      assertThat(neighbour.get("/well").answer().body()).isEqualTo("GET /well 0");
      assertVerdict(client, sequence);
      assertThat(neighbour.get("/well").answer().body()).isEqualTo("GET /well 0");
    }
  }

  /** Sends a sequence; what comes of it is the verdict. */
  static void assertVerdict(RawClient client, List<String> sequence) throws IOException {
    var verdict = List.of(sequence.getFirst().split(" ", -1));
    client.send(raw(sequence.getLast()));
    for (var status : verdict.subList(0, verdict.size() - 1)) {
      assertThat(lastAnswer(client).status()).isEqualTo(Integer.parseInt(status));
    }
    if (verdict.getLast().equals("open")) {
      assertThat(client.get("/next").answer().body()).isEqualTo("GET /next 0");
    } else {
      assertThat(client.isClosed()).isTrue();
    }
  }

  /** The next answer that is no 100. */
  private static RawClient.Answer lastAnswer(RawClient client) throws IOException {
    var answer = client.answer();
    return answer.status() == 100 ? client.answer() : answer;
  }

  /** Says what was asked, and how many bytes came. */
  static Response readAll(Request request) {
    try {
      return Response.text(request.method() + " " + request.path() + " " + request.bytes().length);
    } catch (BodyTooLarge e) {
      return Response.text(e.message()).withStatus(e.status());
    }
  }

  /** The bytes that a line of the table stands for. */
  static String raw(String table) {
    var bytes =
        table
            .replace("§", "HTTP/1.1~Host: a~")
            .replace("~", "\r\n")
            .replace('^', '\r')
            .replace('|', '\n')
            .replace("\\t", "\t");
    return BYTE.matcher(bytes)
        .replaceAll(found ->
            Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
  }

  /** H8: more requests than are answered in a row come in order, and others have their turn. */
  @Test
  void aHundredRequestsAtOnceAreAnsweredInOrder() throws IOException {
    try (var server = RunningServer.of(RawSequencesTest::readAll);
        var neighbour = server.connect();
        var client = server.connect()) {
      var all = new StringBuilder();
      for (var i = 0; i < 100; i++) all.append("GET /").append(i).append(" §~");
      client.send(raw(all.toString()));
      assertThat(neighbour.get("/well").answer().status()).isEqualTo(200);
      for (var i = 0; i < 100; i++) {
        assertThat(client.answer().body()).isEqualTo("GET /" + i + " 0");
      }
    }
  }

  /** H2: a body of as many chunks as bytes is a body. */
  @Test
  void aThousandChunksOfOneByteAreRead() throws IOException {
    try (var server = RunningServer.of(RawSequencesTest::readAll);
        var client = server.connect()) {
      client.send(raw("POST / §Transfer-Encoding: chunked~~" + "1~x~".repeat(1_000) + "0~~"));
      assertThat(client.answer().body()).isEqualTo("POST / 1000");
      assertThat(client.get("/next").answer().status()).isEqualTo(200);
    }
  }

  /** H4: what never comes to an end is not kept. */
  @ParameterizedTest
  @CsvSource({
    "G, 414",
    "GET /, 414",
    "GET / HTTP/1.1~Host: a~X, 431",
    "GET / HTTP/1.1~Host: a~X: , 431"
  })
  void endlessPartsOfAHeadAreRefused(String begin, int status) throws IOException {
    try (var server = RunningServer.of(RawSequencesTest::readAll);
        var neighbour = server.connect();
        var client = server.connect()) {
      client.send(raw(begin) + "x".repeat(60_000));
      assertThat(client.answer().status()).isEqualTo(status);
      assertThat(neighbour.get("/well").answer().status()).isEqualTo(200);
    }
  }
}
