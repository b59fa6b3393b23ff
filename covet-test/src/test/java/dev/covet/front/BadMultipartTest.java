package dev.covet.front;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.Mode;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.app.RunningApp;
import dev.covet.app.StartOptions;
import dev.covet.web.http.Response;
import dev.covet.web.server.Server;
import dev.covet.web.server.ServerSettings;
import gallery.Gallery;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** B1, B3, H7: forms with files that are wrong, byte by byte over a socket. */
@Timeout(300)
final class BadMultipartTest {
  private static final String PART =
      "--b~Content-Disposition: form-data; name=file; filename=f~~x~";

  /** A route whose answer nobody may see who was refused before. */
  private static App app() {
    return Covet.app()
        .set("MULTIPART_PARTS_MAX", "20")
        .set("PART_HEADER_BYTES_MAX", "200")
        .set("MULTIPART_BYTES_MAX", "200000")
        .set("BODY_BYTES_MAX", "1000")
        .add(Gallery.class)
        .get("/secret", _ -> Response.text("smuggled"));
  }

  private static final class Running implements AutoCloseable {
    final RunningApp app = app().start(StartOptions.of(Mode.TEST));
    private final Server server = Server.start(app, ServerSettings.of("127.0.0.1", 0), app.loops());

    /** All that comes until the server closes. */
    String all(String head, String body) throws IOException {
      try (var socket = connect()) {
        var text = head.replace("~", "\r\n") + "\r\n\r\n" + body.replace("~", "\r\n");
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        socket.shutdownOutput();
        return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      }
    }

    Socket connect() throws IOException {
      var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
      socket.setSoTimeout(20_000);
      return socket;
    }

    double hits(String limit) {
      return app.metrics().value("limit_hits_total", "limit", limit);
    }

    @Override
    public void close() {
      server.close();
      app.close();
    }
  }

  private static String head(String path, String type, int length) {
    return "POST /gallery%s HTTP/1.1~Host: a~Content-Type: %s~Content-Length: %s"
        .formatted(path, type, length);
  }

  private static int length(String body) {
    return body.replace("~", "\r\n").length();
  }

  private static String post(Running running, String type, String body) throws IOException {
    var next = "GET /secret HTTP/1.1~Host: a~Connection: close~~";
    return running.all(head("/map", type, length(body)), body + next);
  }

  private static String status(String answer) {
    return answer.substring(9, 12);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          multipart/form-data; boundary=b        | 200
          multipart/form-data; boundary="b"      | 200
          Multipart/Form-Data; Boundary=b        | 200
          multipart/form-data;charset=utf-8;boundary=b | 200
          multipart/form-data; boundary=b; boundary="b" | 200
          multipart/form-data                    | 400
          multipart/form-data; boundary=         | 400
          multipart/form-data; boundary=""       | 400
          multipart/form-data; boundary="b "     | 400
          multipart/form-data; boundary=b{       | 400
          multipart/form-data; boundary=é        | 400
          multipart/form-data; boundary=c        | 400
          multipart/form-data; boundary=b; boundary=c | 400
          multipart/form-data; boundary=c; boundary=b | 400
          multipart/form-data; boundary=aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggggggggggh | 400
          multipart/mixed; boundary=b            | 415
          multipart/form-data; boundary=b, a/b   | 415
          """)
  void theTypeSaysTheBoundary(String type, String status) throws IOException {
    try (var running = new Running()) {
      assertThat(status(post(running, type, PART + "--b--~"))).isEqualTo(status);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          %--b--~                                  | 200 | f;
          preamble~%--b--~epilogue                 | 200 | f;
          ~%--b--                                  | 200 | f;
          %--b--~--b~more~--b--~                   | 200 | f;
          --b  ~Content-Disposition: form-data; name=file; filename=f~~x~--b--~ | 200 | f;
          --b~content-disposition:form-data;name=file;filename=f;~~x~--b--~ | 200 | f;
          --b~Content-Disposition: form-data;~ name=file; filename=f~~x~--b--~ | 200 | f;
          --b~Content-Disposition: form-data; name=file; filename=f~X-Other: 1~~x~--b--~ | 200 | f;
          --b~Content-Disposition: form-data; name=file; filename=f~~~--b--~ | 200 | f;
          --b~Content-Disposition: form-data; name=file; filename=f~~--b--~ | 200 | f;
          %--b~Content-Disposition: form-data; name=_charset_~~UTF-8~--b--~ | 200 | _charset_
          %--b~Content-Disposition: form-data; name=_charset_~~latin1~--b--~ | 400 | UTF-8
          %                                        | 400 | ends before its last boundary
          %--b                                     | 400 | ends before its last boundary
          --b                                      | 400 | ends before its last boundary
          --b~Content-Disposition: form-data       | 400 | has no end
          no boundary at all                       | 400 | ends before its last boundary
          --b~~x~--b--~                            | 400 | a Content-Disposition of form-data with a name
          --b~Content-Disposition: form-data~~x~--b--~ | 400 | with a name
          --b~Content-Disposition: form-data; filename=f~~x~--b--~ | 400 | with a name
          --b~Content-Disposition: attachment; name=file; filename=f~~x~--b--~ | 400 | form-data
          --b~Content-Disposition: form-data; name="file~~x~--b--~ | 400 | malformed
          --b~Content-Disposition: form-data; name=a; name=b~~x~--b--~ | 400 | malformed
          --b~Content-Disposition: form-data; name="a"b~~x~--b--~ | 400 | malformed
          --b~Content-Disposition: form-data; name=a~Content-Disposition: form-data; name=b~~x~--b--~ | 400 | malformed
          --b~no colon~~x~--b--~                   | 400 | malformed
          --b~ folded: first~~x~--b--~             | 400 | malformed
          --b~Content-Disposition: form-data; name=file; filename=f~Content-Transfer-Encoding: base64~~eA==~--b--~ | 400 | Content-Transfer-Encoding
          --b~Content-Disposition: form-data; name=file; filename=f~Content-Transfer-Encoding: binary~~x~--b--~ | 200 | f;
          --b~Content-Disposition: form-data; name=file~Content-Type: multipart/mixed; boundary=c~~--c~~--c--~--b--~ | 400 | multipart itself
          --b~Content-Disposition: form-data; name=file; filename=f~Content-Type: multipart/form-data~~x~--b--~ | 200 | f;
          --b~Content-Disposition: form-data; name=file; filename=f~Content-Length: 7~~x~--b--~ | 200 | f;
          --b~Content-Disposition: form-data; name=file~Content-Type: text/plain; charset=latin1~~x~--b--~ | 400 | UTF-8
          --b~Content-Disposition: form-data; name=a~~\u00e9~--b--~ | 400 | UTF-8
          --b~Content-Disposition: form-data; name=\u00e9~~x~--b--~ | 400 | not UTF-8
          """)
  void whatIsWrongIsSaid(String body, String status, String said) throws IOException {
    try (var running = new Running()) {
      var answer = post(running, "multipart/form-data; boundary=b", body.replace("%", PART));
      assertThat(status(answer)).isEqualTo(status);
      assertThat(answer).contains(said);
    }
  }

  @Test
  void linesThatEndWithoutCarriageReturnAreRefused() throws IOException {
    try (var running = new Running()) {
      var lf = "--b\nContent-Disposition: form-data; name=file; filename=f\n\nx\n--b--\n";
      var mixed = "--b~Content-Disposition: form-data; name=file\n~x~--b--~";
      for (var body : new String[] {lf, mixed}) {
        var answer = post(running, "multipart/form-data; boundary=b", body);
        assertThat(status(answer)).isEqualTo("400");
        assertThat(answer).contains("must end with CR LF");
      }
    }
  }

  /** Nothing of a refused body is taken for the next request. */
  @Test
  void nothingIsReadBehindARefusedForm() throws IOException {
    try (var running = new Running()) {
      var smuggled = "GET /secret HTTP/1.1~Host: a~~";
      var wrong = "--b~Content-Disposition: none~~" + smuggled + "--b--~" + smuggled;
      var answer =
          running.all(head("/map", "multipart/form-data; boundary=b", length(wrong)), wrong);
      assertThat(status(answer)).isEqualTo("400");
      assertThat(answer).doesNotContain("smuggled");
    }
  }

  @Test
  void partsAreCounted() throws IOException {
    try (var running = new Running()) {
      var type = "multipart/form-data; boundary=b";
      var text = "--b~Content-Disposition: form-data; name=a~~x~";
      assertThat(status(post(running, type, PART + text + "--b--~"))).isEqualTo("200");
      var many = post(running, type, PART + text.repeat(20) + "--b--~");
      assertThat(status(many)).isEqualTo("400");
      assertThat(many).contains("MULTIPART_PARTS_MAX");
      var bomb = "--b~Content-Disposition: form-data; name=a~~~".repeat(2_000);
      assertThat(post(running, type, bomb + "--b--~")).contains("MULTIPART_PARTS_MAX");
      assertThat(status(post(running, type, bomb.repeat(5) + "--b--~"))).isEqualTo("413");
      assertThat(running.hits("MULTIPART_PARTS_MAX")).isEqualTo(2);
    }
  }

  @Test
  void headersOfPartsAreLimited() throws IOException {
    try (var running = new Running()) {
      var body = "--b~X: " + "x".repeat(300) + "~~x~--b--~";
      var answer = post(running, "multipart/form-data; boundary=b", body);
      assertThat(status(answer)).isEqualTo("400");
      assertThat(answer).contains("PART_HEADER_BYTES_MAX");
      assertThat(running.hits("PART_HEADER_BYTES_MAX")).isEqualTo(1);
    }
  }

  @Test
  void textsAreLimitedAsThoseOfOtherForms() throws IOException {
    try (var running = new Running()) {
      var text = "--b~Content-Disposition: form-data; name=a~~" + "x".repeat(600) + "~";
      var answer = post(running, "multipart/form-data; boundary=b", PART + text + text + "--b--~");
      assertThat(status(answer)).isEqualTo("413");
      assertThat(answer).contains("BODY_BYTES_MAX");
    }
  }

  /** B1: by its length, before any of it was read; a client that waits sends nothing. */
  @Test
  void aFormThatIsTooLongIsRefusedByItsLength() throws IOException {
    try (var running = new Running()) {
      var head = head("/map", "multipart/form-data; boundary=b", 200_001);
      var answer = running.all(head + "~Expect: 100-continue", "");
      assertThat(answer).startsWith("HTTP/1.1 413 ").contains("MULTIPART_BYTES_MAX");
      assertThat(running.hits("MULTIPART_BYTES_MAX")).isEqualTo(1);
    }
  }

  /** B1: one that does not say how long it is, and one of a route with its own limit. */
  @Test
  void aFormThatIsTooLongIsRefusedWhileItComes() throws IOException {
    try (var running = new Running()) {
      var chunk = "2000~" + "x".repeat(0x2000) + "~";
      var head =
          "POST /gallery/map HTTP/1.1~Host: a~Transfer-Encoding: chunked~"
              + "Content-Type: multipart/form-data; boundary=b";
      assertThat(running.all(head, "3~--b~" + chunk.repeat(30) + "0~~"))
          .startsWith("HTTP/1.1 413 ")
          .contains("MULTIPART_BYTES_MAX");
      var small = PART.replace("x", "x".repeat(1_000)) + "--b--~";
      assertThat(
              running.all(head("/small", "multipart/form-data; boundary=b", length(small)), small))
          .startsWith("HTTP/1.1 413 ")
          .contains("longer than 1000 bytes");
    }
  }
}
