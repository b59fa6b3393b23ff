package dev.covet.security.openid;

import dev.covet.api.Case;
import dev.covet.api.Model;
import dev.covet.api.Naming;
import dev.covet.base.config.Setting;
import dev.covet.base.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The document in which an issuer says where its keys and pages are (OpenID Connect Discovery 1.0,
 * 3), as far as it is needed here.
 *
 * @param issuer who it is, which must be who was asked
 * @param jwksUri where its keys are
 * @param authorizationEndpoint the page where users sign in
 * @param tokenEndpoint where a code is changed for tokens
 * @param endSessionEndpoint the page where users sign out (RP-Initiated Logout 1.0, 2.1)
 * @param tokenEndpointAuthMethodsSupported how a client may prove that it is itself
 * @param authorizationResponseIssParameterSupported whether it says of each answer that it is its
 *     own (RFC 9207, 3)
 */
@Model
@Naming(Case.SNAKE_CASE)
public record Discovery(
    String issuer,
    String jwksUri,
    @Nullable String authorizationEndpoint,
    @Nullable String tokenEndpoint,
    @Nullable String endSessionEndpoint,
    @Nullable List<String> tokenEndpointAuthMethodsSupported,
    @Nullable Boolean authorizationResponseIssParameterSupported) {
  private static final String PATH = "/.well-known/openid-configuration";

  /** Where the document of an issuer is. */
  public static URI address(String issuer) {
    return URI.create(issuer.replaceFirst("/$", "") + PATH);
  }

  /** Whether a setting is the address of an issuer that may be asked; else a fault of the start. */
  public static boolean isIssuer(Setting setting) {
    var issuer = setting.asText();
    try {
      if (SafeFetch.isSafe(address(issuer))) return true;
    } catch (IllegalArgumentException _) {
      // it is none, which is said below
    }
    setting.problem("invalid", "must be an address by https");
    return false;
  }

  /**
   * The document of an issuer.
   *
   * @throws IOException if it cannot be had, or is another's
   */
  public static Discovery of(SafeFetch fetch, String issuer) throws IOException {
    var found = read(fetch.text(address(issuer)), issuer);
    if (!found.issuer().equals(issuer)) {
      throw new IOException(
          "%s is of the issuer %s, and not of %s; every character counts"
              .formatted(address(issuer), found.issuer(), issuer));
    }
    return found;
  }

  private static Discovery read(String text, String issuer) throws IOException {
    try {
      return new Json().read(text.getBytes(StandardCharsets.UTF_8), DiscoveryCodec.STORED);
    } catch (RuntimeException e) {
      throw new IOException(address(issuer) + " is not a discovery document", e);
    }
  }

  /**
   * The text of the issuer's key set.
   *
   * @throws IOException if it cannot be had
   */
  public String keySet(SafeFetch fetch) throws IOException {
    return fetch.text(uri("jwks_uri", jwksUri));
  }

  /**
   * An address in the document.
   *
   * @throws IOException if it is missing, or may not be asked
   */
  URI uri(String name, @Nullable String text) throws IOException {
    try {
      if (text != null && SafeFetch.isSafe(URI.create(text))) return URI.create(text);
    } catch (IllegalArgumentException _) {
      // it is none, which is said below
    }
    throw new IOException(address(issuer) + " has no " + name + " by https");
  }
}
