package dev.covet.web.auth;

import dev.covet.web.http.Request;
import dev.covet.web.http.RequestCookies;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How credentials are sent: as documents describe it, and as an answer of 401 asks for it.
 *
 * @param name what documents call it, {@code bearer}; one app has one scheme of a name
 * @param challenge the value of {@code WWW-Authenticate} (RFC 9110, 11.6.1) where credentials are
 *     missing or bad
 * @param described the Security Scheme Object of OpenAPI (3.1, 4.8.27)
 */
public record SecurityScheme(String name, String challenge, Map<String, Object> described) {
  private static final String BEARER = "Bearer";
  private static final String OAUTH2 = "oauth2";

  /** The scheme; its description is copied. */
  public SecurityScheme {
    described = Collections.unmodifiableMap(new LinkedHashMap<>(described));
  }

  /** A token behind the word {@code Bearer} of {@code Authorization} (RFC 6750, 2.1). */
  public static SecurityScheme bearer(String name) {
    return http(name, "bearer", BEARER);
  }

  /**
   * A token behind another word of {@code Authorization}; the word's case makes no difference.
   *
   * @param word {@code Token}; as it stands in challenges
   */
  public static SecurityScheme bearer(String name, String word) {
    return word.equalsIgnoreCase(BEARER) ? bearer(name) : http(name, word, word);
  }

  /**
   * A name and a password (RFC 7617).
   *
   * @param realm what the browser shows where it asks for them; without quotes and backslashes
   */
  public static SecurityScheme basic(String name, String realm) {
    return http(name, "basic", "Basic realm=\"" + realm + "\", charset=\"UTF-8\"");
  }

  private static SecurityScheme http(String name, String scheme, String challenge) {
    return new SecurityScheme(name, challenge, object("type", "http", "scheme", scheme));
  }

  /**
   * A key, a token or a session's id in a header, a query parameter or a cookie of its own.
   *
   * @param in {@code header}, {@code query} or {@code cookie}
   * @param parameter the name of the header, the parameter or the cookie
   */
  public static SecurityScheme apiKey(String name, String in, String parameter) {
    return new SecurityScheme(
        name,
        "ApiKey " + in + "=\"" + parameter + "\"",
        object("type", "apiKey", "in", in, "name", parameter));
  }

  /**
   * A bearer token that is got for a name and a password (OAuth 2.0, RFC 6749, 4.3): "Authorize" of
   * Swagger UI sends them to the token URL.
   *
   * @param tokenUrl absolute, or a path of the app: {@code /login}
   * @param scopes what each scope is for, by its name
   */
  public static SecurityScheme password(String name, String tokenUrl, Map<String, String> scopes) {
    return oauth2(name, "password", object("tokenUrl", tokenUrl, "scopes", new TreeMap<>(scopes)));
  }

  /**
   * A bearer token that is got by way of a page where users sign in (OAuth 2.0, RFC 6749, 4.1).
   *
   * @param pageUrl where users sign in
   * @param tokenUrl where the code is changed for a token
   * @param scopes what each scope is for, by its name
   */
  public static SecurityScheme code(
      String name, String pageUrl, String tokenUrl, Map<String, String> scopes) {
    var flow = object("authorizationUrl", pageUrl, "tokenUrl", tokenUrl);
    flow.put("scopes", new TreeMap<>(scopes));
    return oauth2(name, "authorizationCode", flow);
  }

  private static SecurityScheme oauth2(String name, String kind, Map<String, Object> flow) {
    return new SecurityScheme(
        name, BEARER, object("type", OAUTH2, "flows", new TreeMap<>(Map.of(kind, flow))));
  }

  /**
   * A bearer token of an issuer by OpenID Connect.
   *
   * @param url of its discovery document, {@code https://.../.well-known/openid-configuration}
   */
  public static SecurityScheme openIdConnect(String name, String url) {
    return new SecurityScheme(
        name, BEARER, object("type", "openIdConnect", "openIdConnectUrl", url));
  }

  /** This with a text for people in documents. */
  public SecurityScheme describedAs(String text) {
    var more = new LinkedHashMap<>(described);
    more.put("description", text);
    return new SecurityScheme(name, challenge, more);
  }

  /** The challenge where credentials are there and do not hold (RFC 6750, 3.1). */
  public String challengeOfBad() {
    return isBearer() ? challenge + " error=\"invalid_token\"" : challenge;
  }

  /** The challenge where a token lacks scopes (RFC 6750, 3.1); empty if it is no token. */
  public String challengeOfScopes(List<String> scopes) {
    return isBearer()
        ? "%s error=\"insufficient_scope\", scope=\"%s\""
            .formatted(challenge, String.join(" ", scopes))
        : "";
  }

  /** Other hosts that a page asks which gets a token, {@code https://login.example}. */
  public Stream<String> origins() {
    var flows = described.get("flows") instanceof Map<?, ?> each ? each.values() : List.of();
    return Stream.concat(
            Stream.ofNullable(described.get("openIdConnectUrl")),
            flows.stream().map(flow -> ((Map<?, ?>) flow).get("tokenUrl")))
        .map(url -> URI.create(String.valueOf(url)))
        .filter(URI::isAbsolute)
        .map(url -> url.getScheme() + "://" + url.getRawAuthority());
  }

  /** Whether a request has something in the header, parameter or cookie of an API key. */
  public boolean isIn(Request request) {
    var parameter = String.valueOf(described.get("name"));
    return switch (String.valueOf(described.get("in"))) {
      case "header" -> request.header(parameter).isPresent();
      case "query" -> request.parameters().names().contains(parameter);
      case "cookie" -> !RequestCookies.of(request.headers()).all(parameter).isEmpty();
      default -> false;
    };
  }

  /** Whether it is sent as a cookie, which browsers add by themselves. */
  public boolean isCookie() {
    return "cookie".equals(described.get("in"));
  }

  /** Whether what is sent is a bearer token, whose challenges say what is wrong (RFC 6750, 3). */
  public boolean isBearer() {
    return challenge.startsWith(BEARER);
  }

  /** An object of JSON; its keys stand at even positions, each before its value. */
  private static Map<String, Object> object(Object... members) {
    var json = new LinkedHashMap<String, Object>();
    for (var i = 0; i < members.length; i += 2) json.put(members[i].toString(), members[i + 1]);
    return json;
  }
}
