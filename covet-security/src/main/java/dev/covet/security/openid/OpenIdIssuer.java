package dev.covet.security.openid;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.covet.api.BadRequest;
import dev.covet.api.JsonValue;
import dev.covet.api.Unauthorized;
import dev.covet.api.Unavailable;
import dev.covet.app.Setup;
import dev.covet.base.json.Json;
import dev.covet.base.observe.LogText;
import dev.covet.base.observe.Metrics;
import dev.covet.security.jwt.KeyUrl;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An issuer of OpenID Connect, as an app sees it that has users sign in there: its pages, and what
 * it says of who came back from them. Its document is asked for with its keys, when these are:
 * {@link KeyUrl}. Thread-safe.
 */
public final class OpenIdIssuer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OpenIdIssuer.class);
  private static final String IN_FLIGHT = "loginsInFlightMax";
  private static final String AWAY = "Signing in does not work at the moment";
  private static final String OVER = "The issuer does not accept this sign-in any more";
  private static final Json JSON = new Json();

  private final OpenIdClient client;
  private final SafeFetch fetch = new SafeFetch();
  private final KeyUrl keys;
  private final IdTokens tokens;
  private final Semaphore free;
  private final Metrics metrics;
  private volatile @Nullable Known known;

  public OpenIdIssuer(OpenIdClient client, Setup setup) {
    this.client = client;
    this.keys = new KeyUrl(this::keySet, setup.clock());
    this.tokens = new IdTokens(client, keys, setup);
    this.free = new Semaphore(setup.config().limits().count(IN_FLIGHT, 100));
    this.metrics = setup.metrics();
  }

  /** What is known of the issuer. */
  private record Known(Discovery document, URI loginPage, URI tokens) {
    static Known of(Discovery document) throws IOException {
      return new Known(
          document,
          document.uri("authorization_endpoint", document.authorizationEndpoint()),
          document.uri("token_endpoint", document.tokenEndpoint()));
    }
  }

  private String keySet() throws IOException {
    var found = Known.of(Discovery.of(fetch, client.issuer()));
    var text = found.document().keySet(fetch);
    known = found;
    return text;
  }

  private Known known() {
    try {
      keys.keys();
    } catch (Unavailable _) {
      throw new Unavailable(AWAY);
    }
    return Objects.requireNonNull(known);
  }

  public String name() {
    return client.issuer();
  }

  /**
   * Where a browser signs in.
   *
   * @param back where it comes back to
   * @throws Unavailable if the issuer is away (503)
   */
  public String loginPage(BegunLogin login, URI back) {
    var query = new LinkedHashMap<String, String>();
    query.put("response_type", "code");
    query.put("client_id", client.id());
    query.put("redirect_uri", back.toString());
    query.put("scope", client.scopes());
    query.put("state", login.state());
    query.put("nonce", login.nonce());
    query.put("code_challenge", login.challenge());
    query.put("code_challenge_method", "S256");
    return page(known().loginPage(), query);
  }

  private static String page(URI address, Map<String, String> query) {
    var base = address.toString();
    return base + (base.contains("?") ? "&" : "?") + OpenIdClient.form(query);
  }

  /**
   * Where a browser signs out; nothing if the issuer has no such page, or is away.
   *
   * @param next where it is led then, which the issuer has to know
   */
  public Optional<String> logoutPage(URI next) {
    try {
      var document = known().document();
      var page = document.uri("end_session_endpoint", document.endSessionEndpoint());
      return Optional.of(
          page(
              page, Map.of("client_id", client.id(), "post_logout_redirect_uri", next.toString())));
    } catch (IOException | Unavailable e) {
      unavailable(e);
      return Optional.empty();
    }
  }

  /**
   * Whether an answer is this issuer's, and no other's that wants its code (RFC 9207, 2.4).
   *
   * @param issuer whose the answer says that it is; empty if it does not say
   */
  public boolean isOwn(String issuer) {
    return issuer.isEmpty()
        ? !Boolean.TRUE.equals(known().document().authorizationResponseIssParameterSupported())
        : issuer.equals(client.issuer());
  }

  /**
   * Who has signed in.
   *
   * @param code what the browser brought back
   * @param back where it was to come back to
   * @throws BadRequest if the issuer does not know the code, or not any more (400)
   * @throws Unauthorized if what it says of the user does not hold (401)
   * @throws Unavailable if the issuer is away, or does not know the app (503)
   */
  public JsonValue.Members claims(String code, BegunLogin login, URI back) {
    var answer = changed(code, login, back);
    try {
      var token = Optional.ofNullable(answer.idToken()).orElse("");
      return tokens.verify(token, answer.accessToken(), login.nonce());
    } catch (Unauthorized e) {
      LOG.atWarn().addKeyValue("reason", e.getMessage()).log("id_token_refused");
      throw new Unauthorized("What the issuer says of the user does not hold");
    }
  }

  private TokenAnswer changed(String code, BegunLogin login, URI back) {
    if (!free.tryAcquire()) {
      metrics.limitHit("LOGINS_IN_FLIGHT_MAX");
      throw new Unavailable(AWAY);
    }
    try {
      return asked(code, login, back);
    } catch (IOException e) {
      unavailable(e);
      throw new Unavailable(AWAY);
    } finally {
      free.release();
    }
  }

  private static void unavailable(Exception why) {
    LOG.atWarn().addKeyValue("reason", why.getMessage()).log("issuer_unavailable");
  }

  /** RFC 6749, 4.1.3. */
  private TokenAnswer asked(String code, BegunLogin login, URI back) throws IOException {
    var form = new LinkedHashMap<String, String>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", back.toString());
    form.put("code_verifier", login.verifier());
    var at = known();
    var methods = at.document().tokenEndpointAuthMethodsSupported();
    var proof = client.prove(form, methods == null ? List.of() : methods);
    var answered = fetch.post(at.tokens(), OpenIdClient.form(form), proof);
    var answer = read(answered.text());
    if (answered.status() == 200) return answer;
    if ("invalid_grant".equals(answer.error())) throw new BadRequest(OVER);
    throw new IOException(
        "%s answered %s %s".formatted(at.tokens(), answered.status(), shown(answer.error())));
  }

  private static String shown(@Nullable String error) {
    return error == null ? "" : LogText.safe(error);
  }

  private static TokenAnswer read(String text) {
    try {
      return JSON.read(text.getBytes(UTF_8), TokenAnswerCodec.STORED);
    } catch (RuntimeException _) {
      return TokenAnswer.NOTHING; // it may have tokens in it, so nothing of it is shown
    }
  }

  @Override
  public void close() {
    fetch.close();
  }
}
