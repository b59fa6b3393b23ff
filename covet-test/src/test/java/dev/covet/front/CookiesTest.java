package dev.covet.front;

import static dev.covet.test.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import desk.Desk;
import dev.covet.api.SetCookie;
import dev.covet.app.Covet;
import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import dev.covet.web.http.Method;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Cookies as browsers send them (RFC 6265); S2.err.sources, D58. */
@ParameterizedClass
@EnumSource(Way.class)
class CookiesTest {
  private final Way way;

  CookiesTest(Way way) {
    this.way = way;
  }

  private TestClient client() {
    return way.client(Covet.app().add(Desk.class));
  }

  private static Answer page(TestClient client, String... cookies) {
    var request = client.request(Method.GET, "/desk/page");
    for (var cookie : cookies) request = request.header("Cookie", cookie);
    return request.send();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          theme=dark                        | dark null
          theme=dark; seen_at=7             | dark 7
          theme=dark;seen_at=7              | dark 7
          theme="dark"                      | dark null
          theme=a=b                         | a=b null
          theme=a+b%20c%C3%A9               | a+b cé null
          Theme=dark                        | null null
          xtheme=dark; themex=light         | null null
          theme                             | null null
          theme; seen_at=7                  | null 7
          =x; ;; other=%zz; {}=1; theme=a   | a null
          theme=a; theme=a                  | a null
          theme=a:b; theme=a%3Ab            | a:b null
          theme=%61; theme="a"; theme=%61   | a null
          theme="dark; seen_at=7            | "dark 7
          a b=1; c,d="x; theme=a; e:f=2     | a null
          seen_at=                          | null null
          ' theme=dark ; '                  | dark null
          """)
  void aCookieIsFoundAmongWhateverElseIsSent(String sent, String taken) {
    try (var client = client()) {
      assertThat(page(client, sent).text()).isEqualTo(taken);
    }
  }

  @Test
  void noneIsNone() {
    try (var client = client()) {
      assertThat(client.get("/desk/page").text()).isEqualTo("null null");
      assertThat(page(client, "theme=").text()).isEqualTo(" null");
      assertThat(client.get("/desk/themes").problems())
          .containsExactly(problem("missing", "cookie", "theme"));
    }
  }

  /** A browser has one for each path and domain, and nobody can tell which one is meant. */
  @Test
  void severalValuesOfANameAreADuplicateUnlessAListTakesThem() {
    try (var client = client()) {
      assertThat(page(client, "theme=dark; theme=light").problems())
          .containsExactly(problem("duplicate", "cookie", "theme"));
      assertThat(page(client, "theme=dark", "seen_at=1; theme=light").problems())
          .containsExactly(problem("duplicate", "cookie", "theme"));
      assertThat(
              client
                  .request(Method.GET, "/desk/themes")
                  .header("Cookie", "theme=dark; theme=light")
                  .send()
                  .text())
          .isEqualTo("[\"dark\",\"light\"]");
    }
  }

  @Test
  void aCookieThatIsAskedForIsPercentEncodedUtf8() {
    try (var client = client()) {
      for (var bad : new String[] {"%", "%z1", "%c0%af", "%ed%a0%80", "a%f"}) {
        var answer = page(client, "theme=" + bad);
        assertThat(answer.status()).as(bad).isEqualTo(422);
        assertThat(answer.problems()).containsExactly(problem("bad_text", "cookie", "theme"));
      }
    }
  }

  @Test
  void whatSetCookieSetsIsReadAsItWas() {
    var text = "ä \"quoted\" 100% a;b,c\\d=\u20ac\ud83d\ude00";
    var set = SetCookie.of("theme", text).text();
    try (var client = client()) {
      assertThat(page(client, set.substring(0, set.indexOf("; Path"))).text())
          .isEqualTo(text + " null");
    }
  }

  /** Whatever the bytes are, the answer is a value or a 4xx. */
  @Test
  void anyCookiesAreAnsweredWithoutAFault() {
    var random = new Random(7);
    try (var client = client()) {
      for (var i = 0; i < way.enough(2_000); i++) {
        var noise = new StringBuilder(i % 3 == 0 ? "theme=" : "");
        for (var length = random.nextInt(24); length > 0; length--) {
          noise.append("theme=;% \t\",\\{}0aAfF\u00e9\u0080\u00ff".charAt(random.nextInt(23)));
        }
        var answer = page(client, noise.toString());
        assertThat(answer.status()).as(noise.toString()).isIn(200, 400, 422);
      }
    }
  }
}
