package dev.covet.security;

import dev.covet.api.Case;
import dev.covet.api.Model;
import dev.covet.api.Naming;
import dev.covet.base.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * The document in which a provider of OpenID Connect says where its keys are (OpenID Connect
 * Discovery 1.0, 3), as far as it is needed here.
 *
 * @param issuer who it is, which must be who was asked
 * @param jwksUri where its keys are
 */
@Model
@Naming(Case.SNAKE_CASE)
record Discovery(String issuer, String jwksUri) {
  private static final String PATH = "/.well-known/openid-configuration";

  /** Where the document of an issuer is. */
  static URI address(String issuer) {
    return URI.create(issuer.replaceFirst("/$", "") + PATH);
  }

  /**
   * The text of an issuer's key set.
   *
   * @throws IOException if the document or the key set cannot be had, or is another's
   */
  static String keySet(SafeFetch fetch, String issuer) throws IOException {
    var text = fetch.text(address(issuer));
    return fetch.text(read(text, issuer));
  }

  private static URI read(String text, String issuer) throws IOException {
    try {
      var found = new Json().read(text.getBytes(StandardCharsets.UTF_8), DiscoveryCodec.STORED);
      if (!found.issuer().equals(issuer)) {
        throw new IOException(
            "%s is of the issuer %s, and not of %s; every character counts"
                .formatted(address(issuer), found.issuer(), issuer));
      }
      return URI.create(found.jwksUri());
    } catch (RuntimeException e) {
      throw new IOException(address(issuer) + " is not a discovery document", e);
    }
  }
}
