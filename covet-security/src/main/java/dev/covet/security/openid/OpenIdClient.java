package dev.covet.security.openid;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.covet.api.Secret;
import dev.covet.app.Setup;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an app is to an issuer, as its operator has registered it there.
 *
 * @param issuer who signs users in
 * @param id what the issuer knows the app by
 * @param secret what the app proves that it is itself by; empty for a public client
 * @param scopes what it asks for, with blanks between
 */
public record OpenIdClient(String issuer, String id, Optional<Secret> secret, String scopes) {
  private static final String BASIC = "client_secret_basic";
  private static final String POST = "client_secret_post";

  /** The one of the settings; nothing, and a fault of the start, if something is wrong. */
  public static Optional<OpenIdClient> of(Setup setup, String issuer) {
    var config = setup.config();
    var url = config.setting("OPENID_ISSUER").orElse(issuer);
    var id = config.setting("OPENID_CLIENT_ID");
    var key = config.setting("OPENID_CLIENT_SECRET");
    var scopes = config.setting("OPENID_SCOPES").orElse("openid profile email");
    var client =
        new OpenIdClient(
            url.asText(),
            id.asText(),
            key.isGiven() ? Optional.of(key.asSecret()) : Optional.empty(),
            scopes.asText());
    if (!List.of(client.scopes.split(" ", -1)).contains("openid")) {
      scopes.problem("invalid", "must have openid among them, with blanks between");
    }
    return Discovery.isIssuer(url) && id.valid() && scopes.valid()
        ? Optional.of(client)
        : Optional.empty();
  }

  /**
   * Adds to a form how the app proves that it is itself, if that stands in forms.
   *
   * @param methods those that the issuer takes
   * @return the value of {@code Authorization}; empty for none (RFC 6749, 2.3.1)
   */
  String prove(Map<String, String> form, List<String> methods) {
    if (secret.isPresent() && (methods.contains(BASIC) || !methods.contains(POST))) {
      var pair = encoded(id) + ":" + encoded(secret.get().value());
      return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }
    form.put("client_id", id);
    secret.ifPresent(it -> form.put("client_secret", it.value()));
    return "";
  }

  /** Names and values as a form, or a query, has them. */
  static String form(Map<String, String> pairs) {
    return pairs.entrySet().stream()
        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
