package dev.covet.web.middleware;

import dev.covet.web.http.Handler;
import dev.covet.web.http.Method;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.MiddlewarePlace;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets pages of other origins call the app (Fetch, 3.3: the CORS protocol). Origins are compared as
 * they are, so that no suffix of one fits. Immutable and thread-safe.
 *
 * <pre>{@code
 * Covet.app().use(Cors.of("https://app.example.org").credentials())
 * }</pre>
 *
 * <p>A preflight is answered here: 204, or 403 if it asks for what is not allowed. Any other
 * request goes on, whatever its origin, since keeping pages from answers is what browsers do: an
 * answer to an origin that is allowed, an error too, says so. A router may have its own in the
 * place of one of the app; two around one route stop the start.
 *
 * <p>The setting {@code corsMaxAgeSeconds} says for how long browsers keep what a preflight was
 * told: 600 unless it is set, at most 86,400.
 */
public final class Cors implements Middleware {
  private static final String ANY = "*";
  private static final int MAX_AGE_SECONDS = 600;
  private static final int MAX_AGE_SECONDS_MAX = 86_400;
  private static final Pattern ORIGIN =
      Pattern.compile("[a-z][a-z0-9+.-]*://(?:[a-z0-9._-]+|\\[[0-9a-f:.]+\\])(?::[0-9]{1,5})?");
  private static final Pattern USUAL_PORT = Pattern.compile("http://.*:80|https://.*:443");
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  /** What pages may read of an answer beside what they always may; Covet sets most of these. */
  private static final Set<String> EXPOSED =
      Set.of(
          "ETag",
          "Link",
          "Location",
          "RateLimit",
          "RateLimit-Policy",
          "Retry-After",
          "X-Request-Id");

  private static final Set<String> ANY_PAGE =
      Set.of("accept", "accept-language", "content-language", "content-type");

  private final Set<String> origins;
  private final boolean credentials;
  private final Told told;
  private final Set<String> exposed;
  private final int maxAgeSeconds;
  private final String methodsText;
  private final String exposedText;

  private Cors(
      Set<String> origins, boolean credentials, Told told, Set<String> exposed, int maxAge) {
    this.origins = origins;
    this.credentials = credentials;
    this.told = told;
    this.exposed = exposed;
    this.maxAgeSeconds = maxAge;
    this.methodsText = list(told.methods());
    this.exposedText = list(exposed);
  }

  /** What a preflight is told; no headers are all. */
  private record Told(Set<String> methods, Set<String> headers) {}

  /**
   * For pages of these origins.
   *
   * @param origins such as {@code https://app.example.org}, in lower case, with a port only where
   *     it is not the usual one, and nothing behind that; or {@code *} alone, for all
   */
  public static Cors of(String... origins) {
    var methods =
        Stream.of(Method.values())
            .filter(each -> each != Method.OPTIONS)
            .map(Method::name)
            .collect(Collectors.toSet());
    return new Cors(
        Set.copyOf(List.of(origins)), false, new Told(methods, Set.of()), EXPOSED, MAX_AGE_SECONDS);
  }

  /**
   * This, for requests with cookies, HTTP authentication or client certificates too. With {@code *}
   * it stops the start: any page could then act as its visitor.
   */
  public Cors credentials() {
    return new Cors(origins, true, told, exposed, maxAgeSeconds);
  }

  /** This, for these methods alone; else for all. */
  public Cors methods(Method... methods) {
    var names = Stream.of(methods).map(Method::name).collect(Collectors.toSet());
    return new Cors(origins, credentials, new Told(names, told.headers()), exposed, maxAgeSeconds);
  }

  /**
   * This, for requests with these header fields alone; else with all. What describes the body and
   * the languages of an answer is always allowed: {@code Accept}, {@code Accept-Language}, {@code
   * Content-Language}, {@code Content-Type}.
   */
  public Cors headers(String... names) {
    var lower =
        Stream.concat(ANY_PAGE.stream(), Stream.of(names))
            .map(each -> each.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return new Cors(origins, credentials, new Told(told.methods(), lower), exposed, maxAgeSeconds);
  }

  /**
   * This, whose pages may read these header fields of answers, too; always {@code ETag}, {@code
   * Link}, {@code Location}, {@code RateLimit}, {@code RateLimit-Policy}, {@code Retry-After} and
   * {@code X-Request-Id}.
   */
  public Cors exposing(String... names) {
    var all = Stream.concat(exposed.stream(), Stream.of(names)).collect(Collectors.toSet());
    return new Cors(origins, credentials, told, all, maxAgeSeconds);
  }

  @Override
  public MiddlewarePlace place() {
    return MiddlewarePlace.CORS;
  }

  @Override
  public Cors startedWith(Surroundings surroundings) {
    var faults = surroundings.faults();
    if (origins.isEmpty()) faults.add("Cors.of() has no origin. Name one, or leave CORS out.");
    origins.stream().sorted().filter(Cors::isNoOrigin).map(Cors::noOrigin).forEach(faults::add);
    if (origins.contains(ANY) && origins.size() > 1) {
      faults.add("Cors.of(...) names \"*\" beside other origins. Leave one or the other out.");
    }
    if (origins.contains(ANY) && credentials) {
      faults.add(
          "Cors.of(\"*\").credentials() would let any page act as its visitor. Name the origins.");
    }
    Stream.concat(told.headers().stream(), exposed.stream())
        .filter(each -> !TOKEN.matcher(each).matches())
        .map("Cors names the header \"%s\", which no header can have as its name."::formatted)
        .sorted()
        .forEach(faults::add);
    var maxAge =
        surroundings
            .config()
            .limits()
            .count("corsMaxAgeSeconds", MAX_AGE_SECONDS, MAX_AGE_SECONDS_MAX);
    return new Cors(origins, credentials, told, exposed, maxAge);
  }

  private static boolean isNoOrigin(String text) {
    return !text.equals(ANY) && !isOrigin(text);
  }

  /** Whether a browser may say that a page comes from there. */
  static boolean isOrigin(String text) {
    return ORIGIN.matcher(text).matches() && !USUAL_PORT.matcher(text).matches();
  }

  private static String noOrigin(String text) {
    return noOrigin("Cors.of", text);
  }

  static String noOrigin(String method, String text) {
    var bare = text.replaceFirst("/+$", "");
    var advice =
        text.contains("*")
            ? "There are no patterns: name each origin."
            : isNoOrigin(bare)
                ? "Write scheme, host, and a port that is not the usual one: \"https://app.example.org\"."
                : "Leave out the slash at its end: \"" + bare + "\".";
    return "%s(\"%s\"): no browser sends that as its origin. %s".formatted(method, text, advice);
  }

  @Override
  public Response handle(Request request, Handler next) {
    var origin = request.headers().first("Origin");
    var response =
        origin != null && isPreflight(request) ? preflight(request) : next.handle(request);
    var varying = response.varying("Origin");
    if (origin == null || !isAllowed(request, origin)) return varying;
    if (varying.headers().has("Access-Control-Allow-Origin")) return varying;
    var allowed =
        varying
            .withHeader("Access-Control-Allow-Origin", origins.contains(ANY) ? ANY : origin)
            .withHeader("Access-Control-Expose-Headers", exposedText);
    return credentials ? allowed.withHeader("Access-Control-Allow-Credentials", "true") : allowed;
  }

  private static boolean isPreflight(Request request) {
    return request.method() == Method.OPTIONS
        && request.headers().has("Access-Control-Request-Method");
  }

  /** An origin that is sent twice is none. */
  private boolean isAllowed(Request request, String origin) {
    return origins.contains(ANY)
        || (origins.contains(origin) && !request.headers().repeats("Origin"));
  }

  private Response preflight(Request request) {
    var method = request.header("Access-Control-Request-Method").orElse("");
    var asked = asked(request);
    if (!isAllowed(request, request.header("Origin").orElse(""))) return refused("this origin");
    if (!told.methods().contains(method)) return refused("this method");
    if (!isAllowed(asked)) return refused("one of these header fields");
    var allowed =
        Response.empty(204)
            .withHeader("Access-Control-Allow-Methods", methodsText)
            .withHeader("Access-Control-Max-Age", "" + maxAgeSeconds)
            .varying("Access-Control-Request-Method")
            .varying("Access-Control-Request-Headers");
    return asked.isEmpty()
        ? allowed
        : allowed.withHeader("Access-Control-Allow-Headers", list(asked));
  }

  private static Set<String> asked(Request request) {
    return request.headers().elements("Access-Control-Request-Headers").stream()
        .map(each -> each.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private boolean isAllowed(Set<String> asked) {
    return asked.stream().allMatch(each -> TOKEN.matcher(each).matches())
        && (told.headers().isEmpty() || told.headers().containsAll(asked));
  }

  /** No page reads this; whoever looks for what is wrong does. */
  private static Response refused(String what) {
    return Response.text("CORS: " + what + " is not allowed here\n")
        .withStatus(403)
        .withHeader("Cache-Control", "no-store");
  }

  private static String list(Set<String> names) {
    return String.join(", ", List.copyOf(new TreeSet<>(names)));
  }
}
