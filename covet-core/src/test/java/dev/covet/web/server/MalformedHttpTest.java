package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Raw bytes, the verdict of RFC 9112, and the state of the connection afterwards. In the table
 * {@code ~} is CRLF, {@code ^} a bare CR, {@code |} a bare LF, {@code \\t} a tab, {@code \0} a NUL.
 * Security.md H1, H2, H3, H4, H9.
 */
@ExtendWith(NoLeaks.class)
final class MalformedHttpTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = ';',
      textBlock =
          """
          GET / HTTP/1.1~Host: a~~; 200; open
          ~GET / HTTP/1.1~Host: a~~; 200; open
          GET http://a/x HTTP/1.1~Host: a~~; 200; open
          GET http://a HTTP/1.1~Host: a~~; 200; open
          GET http://a?limit=1/2 HTTP/1.1~Host: a~~; 200; open
          GET http://u:p@a/x HTTP/1.1~Host: a~~; 400; closed
          OPTIONS * HTTP/1.1~Host: a~~; 200; open
          GET / HTTP/1.1~Host: [::1]:80~~; 200; open
          GET / HTTP/1.0~~; 200; closed
          GET / HTTP/1.2~Host: a~~; 200; open
          GET / HTTP/1.2~~; 400; closed
          POST / HTTP/1.9~Host: a~Transfer-Encoding: chunked~~3~abc~0~~; 200; open
          GET / HTTP/1.1~Host: a~Connection: close~~; 200; closed
          GET / HTTP/1.1~Host: a~X:\\t v \\t~~; 200; open
          GET / HTTP/1.1~~; 400; closed
          GET / HTTP/1.1~Host: a~Host: a~~; 400; closed
          GET / HTTP/1.1~Host: a b~~; 400; closed
          GET / HTTP/1.1~Host: a:99999~~; 400; closed
          GET / HTTP/1.1~Host: a/b~~; 400; closed
          GET / HTTP/1.1~Host: u@a~~; 400; closed
          GET / HTTP/1.1~Host: a%~~; 400; closed
          GET / HTTP/1.1~Host: a%2~~; 400; closed
          GET / HTTP/1.1~Host: a%2g~~; 400; closed
          GET / HTTP/1.1~Host: a%2fb~~; 200; open
          GET / HTTP/1.1~Host: %~~; 400; closed
          GET http://a%/x HTTP/1.1~Host: a~~; 400; closed
          GET / HTTP/1.1~Host: ~~; 400; closed
          GET / HTTP/1.1~Host: :80~~; 400; closed
          GET / HTTP/1.1~Host: a:~~; 200; open
          GET / HTTP/1.1~Host: a:00080~~; 200; open
          GET / HTTP/1.1~Host: a:000080~~; 200; open
          GET / HTTP/1.1~Host: a:8a~~; 400; closed
          GET / HTTP/1.1~Host: [1:2:3:4:5:6:7:8]~~; 200; open
          GET / HTTP/1.1~Host: [1:2:3:4:5:6:7:8:9]~~; 400; closed
          GET / HTTP/1.1~Host: [1:2:3:4:5:6:7]~~; 400; closed
          GET / HTTP/1.1~Host: [1::2::3]~~; 400; closed
          GET / HTTP/1.1~Host: [1:::2]~~; 400; closed
          GET / HTTP/1.1~Host: [12345::]~~; 400; closed
          GET / HTTP/1.1~Host: [::ffff:127.0.0.1]:8080~~; 200; open
          GET / HTTP/1.1~Host: [::ffff:127.0.0.256]~~; 400; closed
          GET / HTTP/1.1~Host: [127.0.0.1]~~; 400; closed
          GET / HTTP/1.1~Host: [...]~~; 400; closed
          GET / HTTP/1.1~Host: [::1%25eth0]~~; 400; closed
          GET / HTTP/1.1~Host: [::1]x~~; 400; closed
          GET / HTTP/1.1~Host: [v1.a:b]~~; 200; open
          GET / HTTP/1.1~Host: [v.a]~~; 400; closed
          GET / HTTP/1.1|Host: a||; 400; closed
          GET / HTTP/1.1~Host: a|~; 400; closed
          GET / HTTP/1.1~Host: a^X: b~~; 400; closed
          GET / HTTP/1.1~Host: a~ folded: b~~; 400; closed
          GET / HTTP/1.1~Host: a~X: b~\\tc~~; 400; closed
          GET / HTTP/1.1~Host : a~~; 400; closed
          GET / HTTP/1.1~Host: a~: b~~; 400; closed
          GET / HTTP/1.1~Host: a~X b~~; 400; closed
          GET / HTTP/1.1~Host: a~X: a\\0b~~; 400; closed
          GET / HTTP/1.1~Host: a~X(: b~~; 400; closed
          \\0GET / HTTP/1.1~Host: a~~; 400; closed
          ~~GET / HTTP/1.1~Host: a~~; 400; closed
          GET /\\0 HTTP/1.1~Host: a~~; 400; closed
          GET /\\t HTTP/1.1~Host: a~~; 400; closed
          GET  / HTTP/1.1~Host: a~~; 400; closed
          GET /  HTTP/1.1~Host: a~~; 400; closed
          GET / HTTP/1.1 ~Host: a~~; 400; closed
          GET / a HTTP/1.1~Host: a~~; 400; closed
          GET /~~; 400; closed
          GET / http/1.1~Host: a~~; 400; closed
          GET / HTTP/1.12~Host: a~~; 400; closed
          GET / HTTP/2.0~Host: a~~; 505; closed
          GET /#f HTTP/1.1~Host: a~~; 400; closed
          GET x HTTP/1.1~Host: a~~; 400; closed
          GET * HTTP/1.1~Host: a~~; 400; closed
          TRACE / HTTP/1.1~Host: a~~; 405; closed
          BREW / HTTP/1.1~Host: a~~; 501; closed
          get / HTTP/1.1~Host: a~~; 501; closed
          GET / HTTP/1.1~Host: a~Expect: tea~~; 417; closed
          POST / HTTP/1.1~Host: a~Content-Length: 3~~abc; 200; open
          POST / HTTP/1.1~Host: a~Content-Length: 3~Content-Length: 3~~abc; 400; closed
          POST / HTTP/1.1~Host: a~Content-Length: 3, 3~~abc; 400; closed
          POST / HTTP/1.1~Host: a~Content-Type: a/b~Content-Type: a/c~Content-Length: 3~~abc; 400; closed
          POST / HTTP/1.1~Host: a~Content-Length: +3~~abc; 400; closed
          POST / HTTP/1.1~Host: a~Content-Length: -3~~abc; 400; closed
          POST / HTTP/1.1~Host: a~Content-Length: 0x3~~abc; 400; closed
          POST / HTTP/1.1~Host: a~Content-Length: ~~abc; 400; closed
          POST / HTTP/1.1~Host: a~Content-Length: 99999999999999999999~~abc; 400; closed
          POST / HTTP/1.1~Host: a~Transfer-Encoding: chunked~~3~abc~0~~; 200; open
          "POST / HTTP/1.1~Host: a~Transfer-Encoding: chunked~~3;x=y~abc~0~T: x~~"; 200; open
          POST / HTTP/1.1~Host: a~Transfer-Encoding: chunked~Content-Length: 3~~3~abc~0~~; 400; closed
          POST / HTTP/1.1~Host: a~Transfer-Encoding: gzip, chunked~~3~abc~0~~; 400; closed
          POST / HTTP/1.1~Host: a~Transfer-Encoding: chunked~Transfer-Encoding: chunked~~0~~; 400; closed
          POST / HTTP/1.1~Host: a~Transfer-Encoding: identity~~; 400; closed
          POST / HTTP/1.1~Host: a~Transfer-Encoding: xchunked~~0~~; 400; closed
          POST / HTTP/1.0~Transfer-Encoding: chunked~~0~~; 400; closed
          POST / HTTP/1.1~Host: a~Transfer-Encoding: chunked~~x~abc~0~~; 400; closed
          POST / HTTP/1.1~Host: a~Transfer-Encoding: chunked~~-3~abc~0~~; 400; closed
          POST / HTTP/1.1~Host: a~Transfer-Encoding: chunked~~3~abcd~0~~; 400; closed
          POST / HTTP/1.1~Host: a~Transfer-Encoding: chunked~~3|abc~0~~; 400; closed
          POST / HTTP/1.1~Host: a~Transfer-Encoding: chunked~~3~abc|0~~; 400; closed
          POST / HTTP/1.1~Host: a~Transfer-Encoding: chunked~~0~X: a~ b~~; 400; closed
          POST / HTTP/1.1~Host: a~Transfer-Encoding: chunked~~3~abc~0~X: a~\\tb~~; 400; closed
          POST / HTTP/1.1~Host: a~Transfer-Encoding: chunked~~0~ X: a~~; 400; closed
          POST / HTTP/1.1~Host: a~Transfer-Encoding: chunked~~ 3~abc~0~~; 400; closed
          POST / HTTP/1.1~Host: a~Transfer-Encoding: chunked~~3~ a ~0~X: a~~; 200; open
          """)
  void bytesHaveTheVerdictOfTheStandard(String bytes, int status, String connection)
      throws IOException {
    try (var server = RunningServer.of(MalformedHttpTest::readAll);
        var client = server.connect()) {
      var answer = client.send(raw(bytes)).answer();
      assertThat(answer.status()).isEqualTo(status);
      if (connection.equals("open")) {
        assertThat(client.get("/next").answer().body()).isEqualTo("GET /next 0");
      } else {
        assertThat(answer.closes()).isTrue();
        assertThat(client.isClosed()).isTrue();
      }
    }
  }

  private static Response readAll(Request request) {
    return Response.text(request.method() + " " + request.path() + " " + request.bytes().length);
  }

  private static String raw(String table) {
    return table
        .replace("~", "\r\n")
        .replace('^', '\r')
        .replace('|', '\n')
        .replace("\\0", "\0")
        .replace("\\t", "\t");
  }

  /** H4. */
  @ParameterizedTest
  @CsvSource({
    "8200, 0, 0, 414",
    "10, 1, 17000, 431",
    "10, 101, 3, 431",
    "10, 99, 3, 200",
    "8000, 1, 16000, 200"
  })
  void longLinesAndManyFieldsAreRefused(int target, int fields, int bytes, int status)
      throws IOException {
    try (var server = RunningServer.of(MalformedHttpTest::readAll);
        var client = server.connect()) {
      var head = new StringBuilder("GET /" + "x".repeat(target) + " HTTP/1.1\r\nHost: a\r\n");
      for (var i = 0; i < fields; i++) head.append("X: ").append("v".repeat(bytes)).append("\r\n");
      assertThat(client.send(head.append("\r\n").toString()).answer().status()).isEqualTo(status);
    }
  }

  /** H4: fields behind the last chunk have the limits of those before the body. */
  @ParameterizedTest
  @CsvSource({"1, 17000, 431", "101, 3, 431", "99, 3, 200", "1, 16000, 200"})
  void longAndManyTrailersAreRefused(int fields, int bytes, int status) throws IOException {
    try (var server = RunningServer.of(MalformedHttpTest::readAll);
        var client = server.connect()) {
      var all =
          new StringBuilder(
              "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n");
      for (var i = 0; i < fields; i++) all.append("X: ").append("v".repeat(bytes)).append("\r\n");
      assertThat(client.send(all.append("\r\n").toString()).answer().status()).isEqualTo(status);
    }
  }

  /** H2: a line that comes in parts is not folded. */
  @Test
  void aTrailerMayComeInParts() throws IOException {
    try (var server = RunningServer.of(MalformedHttpTest::readAll);
        var client = server.connect()) {
      client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
      for (var part : "1\r\nx\r\n0\r\nX:| a| b\r\n|\r\n".split("\\|", -1)) {
        client.send(part);
        LockSupport.parkNanos(20_000_000);
      }
      assertThat(client.answer().status()).isEqualTo(200);
    }
  }

  /** H2. */
  @ParameterizedTest
  @CsvSource({"1, 900, 200", "1, 2000, 400", "200, 30, 400"})
  void longChunkExtensionsAreRefused(int chunks, int bytes, int status) throws IOException {
    try (var server = RunningServer.of(MalformedHttpTest::readAll);
        var client = server.connect()) {
      var all =
          new StringBuilder("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
      for (var i = 0; i < chunks; i++)
        all.append("1;").append("e".repeat(bytes)).append("\r\nx\r\n");
      assertThat(client.send(all.append("0\r\n\r\n").toString()).answer().status())
          .isEqualTo(status);
    }
  }
}
