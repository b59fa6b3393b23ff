package dev.covet.web.http;

import dev.covet.api.Mode;
import dev.covet.base.config.Config;
import java.net.URI;

/**
 * Where the world reaches the app, for links that leave it, as in mails: never what a client says
 * in {@code Host}. A service that any may ask for. Immutable and thread-safe.
 *
 * <p>The setting {@code publicUrl} says it, {@code https://api.example.org} or with a path below
 * which the app is. In production an app that asks for it does not start without; elsewhere it is
 * that of this machine.
 */
public final class PublicUrl {
  private final String base;

  private PublicUrl(String base) {
    this.base = base;
  }

  /** What the settings of a start say. */
  public static PublicUrl from(Config config) {
    var setting = config.setting("PUBLIC_URL");
    var here = scheme(config) + "://127.0.0.1:" + config.text("PORT").orElse("8000");
    var url = (config.mode() == Mode.PRODUCTION ? setting : setting.orElse(here)).asUri();
    if (setting.valid() && !isUsable(url)) {
      setting.problem(
          "type", "must be a URL such as https://api.example.org, without a query or user");
    }
    var text = url.toString();
    return new PublicUrl(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
  }

  private static String scheme(Config config) {
    var isPlain =
        config.text("TLS").map("off"::equals).orElseGet(() -> config.text("TLS_CERT").isEmpty());
    return isPlain ? "http" : "https";
  }

  private static boolean isUsable(URI url) {
    var scheme = String.valueOf(url.getScheme());
    return (scheme.equals("https") || scheme.equals("http"))
        && url.getHost() != null
        && url.getRawUserInfo() == null
        && url.getRawQuery() == null
        && url.getRawFragment() == null;
  }

  /**
   * A link to a path of the app.
   *
   * @param path from the app on, with a slash first, escaped where a path must be; a query may
   *     follow
   * @throws IllegalArgumentException if it does not begin with a slash
   */
  public URI of(String path) {
    if (!path.startsWith("/")) throw new IllegalArgumentException("A path begins with a slash");
    return URI.create(base + path);
  }

  @Override
  public String toString() {
    return base;
  }
}
