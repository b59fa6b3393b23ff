package tasks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** security.md C9: the page, and the policy that its browser holds it to. */
class HomeTest {
  @AutoClose private final TestClient client = TestClient.of(TasksApp.app());

  @Test
  void thePolicyLetsTheOwnStyleAndScriptInAndNothingElse() throws Exception {
    var answer = client.get("/");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).hasValue("text/html; charset=utf-8");
    assertThat(answer.header("Content-Security-Policy").orElseThrow().split("; "))
        .containsExactlyInAnyOrder(
            "default-src 'none'",
            "connect-src 'self'",
            "img-src data:",
            "style-src " + hash(answer, "style"),
            "script-src " + hash(answer, "script"),
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'");
  }

  private static String hash(Answer answer, String element) throws Exception {
    var text = answer.text();
    var start = text.indexOf('>', text.indexOf("<" + element)) + 1;
    var inside = text.substring(start, text.indexOf("</" + element + ">"));
    var digest = MessageDigest.getInstance("SHA-256").digest(inside.getBytes(UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }

  @Test
  void thePageNamesNoOtherHostAndHasNoCodeInAttributes() {
    assertThat(client.get("/").text())
        .doesNotContain("//cdn", "http:", "https:", "localStorage", "sessionStorage", "innerHTML")
        .doesNotContainPattern(" (?:on[a-z]+|style)=\"");
  }

  @Test
  void theDemoUserIsMadeInDevelopmentOnly() {
    var form = "{\"email\":\"demo@example.org\",\"password\":\"glow-worm-7-tides\"}";

    assertThat(client.post("/auth/register", form).status()).isEqualTo(201);
  }
}
