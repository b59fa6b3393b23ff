package tasks.routes;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.covet.api.Get;
import dev.covet.api.Hidden;
import dev.covet.api.Html;
import dev.covet.api.Public;
import dev.covet.api.Reply;
import dev.covet.api.Routes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page that people use: one file, which asks nothing of other hosts. */
@Public
@Routes
public final class Home {
  private static final Pattern INLINE =
      Pattern.compile("<(style|script)[^>]*>(.*?)</\\1>", Pattern.DOTALL);

  private final Html page = Html.raw(read());

  /** Nothing runs in the page but its own script, which it has the hash of. */
  private final String policy =
      INLINE
          .matcher(page.text())
          .results()
          .map(found -> "; %s-src 'sha256-%s'".formatted(found.group(1), hash(found.group(2))))
          .collect(
              Collectors.joining(
                  "",
                  "default-src 'none'; connect-src 'self'; img-src data:",
                  "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"));

  /** Shows the page. */
  @Get
  @Hidden
  Reply<Html> page() {
    return Reply.of(page).header("Content-Security-Policy", policy);
  }

  private static String read() {
    try (var file = Home.class.getResourceAsStream("page.html")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
