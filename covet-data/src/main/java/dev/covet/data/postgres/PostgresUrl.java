package dev.covet.data.postgres;

import dev.covet.data.driver.JdbcAddress;
import io.vertx.pgclient.SslMode;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A URL as {@code libpq} has it (PostgreSQL's documentation, 34.1.1.2): {@code
 * postgresql://user:password@host:5432/name?sslmode=verify-full}.
 *
 * @param servers at least one, to be tried in this order
 * @param database named as the user if the URL names none
 * @param user {@code postgres} if the URL names none
 * @param password empty for none
 * @param parameters those of {@link #KNOWN} that it has
 */
record PostgresUrl(
    List<Server> servers,
    String database,
    String user,
    String password,
    Map<String, String> parameters) {
  static final int PORT = 5_432;
  private static final int PORT_MAX = 65_535;

  private static final Pattern AUTHORITY = Pattern.compile("^[^:/?#]+://([^/?#]*)");

  private static final Pattern SERVER =
      Pattern.compile("(\\[(?<six>[0-9a-fA-F:.]+)]|(?<host>[\\w.-]*))(:(?<port>\\d{1,6}))?");

  /** What may stand behind the question mark. */
  static final List<String> KNOWN =
      List.of("sslmode", "sslrootcert", "application_name", "schema", "target_session_attrs");

  private static final Map<String, SslMode> MODES =
      Map.of(
          "disable", SslMode.DISABLE,
          "prefer", SslMode.PREFER,
          "require", SslMode.REQUIRE,
          "verify-ca", SslMode.VERIFY_CA,
          "verify-full", SslMode.VERIFY_FULL);

  /** Addresses that no router passes on (RFC 1918, 4193, 1122), and names without a dot. */
  private static final Pattern NEAR =
      Pattern.compile(
          "localhost|(127|10)(\\.\\d{1,3}){3}|192\\.168(\\.\\d{1,3}){2}"
              + "|172\\.(1[6-9]|2\\d|3[01])(\\.\\d{1,3}){2}|::1|f[cd][0-9a-f]*:[0-9a-f:]*"
              + "|[^.:]+|.*\\.(internal|local|svc|localdomain)");

  private static final Pattern SCHEMA = Pattern.compile("[a-z_][a-z0-9_]{0,40}\\*?");

  /** Where it listens. */
  record Server(String host, int port) {
    boolean isNear() {
      return NEAR.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    @Override
    public String toString() {
      return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
  }

  /**
   * Takes a URL apart.
   *
   * @throws IllegalArgumentException with a sentence that says what is right; it never has the
   *     password
   */
  static PostgresUrl of(String url) {
    var text = url.strip();
    var authority = authority(text);
    var at = authority.lastIndexOf('@');
    var servers = authority.substring(at + 1);
    if (at < 0 && !text.contains("#") && text.replaceFirst("\\?[^@]*$", "").contains("@")) {
      throw wrong("write %2F for a / and %3F for a ? in the password");
    }
    var uri =
        parsed(
            servers.isEmpty()
                ? text
                : text.replace("//" + authority, "//" + authority.substring(0, at + 1) + "h"));
    var user = at < 0 ? "postgres" : authority.substring(0, at);
    var colon = user.indexOf(':');
    var name = decoded(colon < 0 ? user : user.substring(0, colon));
    if (name.isEmpty()) throw wrong("the user is missing in front of the @");
    var path = decoded(Objects.requireNonNullElse(uri.getRawPath(), "")).replaceFirst("^/", "");
    return new PostgresUrl(
        Stream.of(servers.split(",", -1)).map(PostgresUrl::server).toList(),
        path.isEmpty() ? name : path,
        name,
        colon < 0 ? "" : decoded(user.substring(colon + 1)),
        parameters(Objects.requireNonNullElse(uri.getRawQuery(), "")));
  }

  /** By hand: a URI has one host, and that of Docker may have an underscore. */
  private static String authority(String url) {
    var found = AUTHORITY.matcher(url);
    return found.find() ? found.group(1) : "";
  }

  private static URI parsed(String url) {
    try {
      var uri = new URI(url);
      if (uri.isOpaque()) throw wrong("write two slashes behind the colon");
      if (uri.getRawAuthority() == null) throw wrong("the host is missing");
      if (uri.getRawFragment() != null) throw wrong("write %23 for a # in the password");
      return uri;
    } catch (URISyntaxException _) {
      throw wrong("characters other than letters and digits are written as %xx in the password");
    }
  }

  private static Server server(String text) {
    var found = SERVER.matcher(text);
    if (!found.matches()) throw wrong("\"" + text + "\" is not a host with a port");
    var host = Objects.requireNonNullElse(found.group("six"), found.group("host"));
    if (host == null || host.isEmpty()) throw wrong("the host is missing");
    var port = found.group("port") == null ? PORT : Integer.parseInt(found.group("port"));
    if (port < 1 || port > PORT_MAX) throw wrong("a port is a number from 1 to " + PORT_MAX);
    return new Server(host, port);
  }

  private static Map<String, String> parameters(String query) {
    var parameters = new HashMap<String, String>();
    for (var pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
      var equals = pair.indexOf('=');
      var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      if (!KNOWN.contains(name)) {
        throw wrong("\"" + name + "\" is not a parameter; there are " + String.join(", ", KNOWN));
      }
      parameters.put(name, equals < 0 ? "" : decoded(pair.substring(equals + 1)));
    }
    if (!SCHEMA.matcher(parameters.getOrDefault("schema", "public")).matches()) {
      throw wrong("schema is a name of small letters, digits and underscores");
    }
    var mode = parameters.get("sslmode");
    if (mode != null && !MODES.containsKey(mode)) {
      throw wrong(
          "sslmode is one of " + String.join(", ", MODES.keySet().stream().sorted().toList()));
    }
    var attributes = parameters.get("target_session_attrs");
    if (attributes != null && SessionKind.of(attributes).isEmpty()) {
      throw wrong("target_session_attrs is one of " + SessionKind.all());
    }
    return parameters;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw wrong("a % is written as %25");
    }
  }

  private static IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(
        what + ". It looks like postgresql://user:password@host:5432/database.");
  }

  /**
   * The schema that is made when the database is opened and dropped when it is closed, with all
   * that is in it, for tests: named {@code test_*} in the URL, with something else for the star
   * each time.
   */
  PostgresUrl withOwnSchema() {
    var schema = parameters.getOrDefault("schema", "");
    if (!schema.endsWith("*")) return this;
    var random = new UUID(0, ThreadLocalRandom.current().nextLong()).toString().substring(19);
    return withSchema(schema.replace("*", random.replace("-", "_")));
  }

  /** This with the schema of another URL, if that has one. */
  PostgresUrl inSchemaOf(PostgresUrl other) {
    return other.schema().map(this::withSchema).orElse(this);
  }

  /** This with tables in another schema. */
  PostgresUrl withSchema(String schema) {
    var own = new HashMap<>(parameters);
    own.put("schema", schema);
    return new PostgresUrl(servers, database, user, password, own);
  }

  /**
   * What a connection has to be.
   *
   * @param several the kind where the URL names several servers and does not say it
   */
  SessionKind kind(SessionKind several) {
    return Optional.ofNullable(parameters.get("target_session_attrs"))
        .flatMap(SessionKind::of)
        .orElse(servers.size() > 1 ? several : SessionKind.ANY);
  }

  /** Where tables are looked for; empty for where the user's are. */
  Optional<String> schema() {
    return Optional.ofNullable(parameters.get("schema"));
  }

  /** This with a password that the URL does not have. */
  PostgresUrl withPassword(String other) {
    return new PostgresUrl(servers, database, user, other, parameters);
  }

  /**
   * What is asked of TLS. A server on the internet has to prove who it is; one that is near is
   * asked for TLS and may refuse it.
   */
  SslMode sslMode() {
    var named = parameters.get("sslmode");
    if (named != null) {
      var mode = Objects.requireNonNull(MODES.get(named));
      return mode == SslMode.REQUIRE && trusted().isPresent() ? SslMode.VERIFY_CA : mode;
    }
    return servers.stream().allMatch(Server::isNear) ? SslMode.PREFER : SslMode.VERIFY_FULL;
  }

  /** The file with the certificates that are trusted; empty for those of the system. */
  Optional<String> trusted() {
    var file = parameters.getOrDefault("sslrootcert", "system");
    return file.equals("system") ? Optional.empty() : Optional.of(file);
  }

  /**
   * Settings of each connection.
   *
   * @param pooler whether there is one, which takes few of them
   */
  Map<String, String> properties(boolean pooler) {
    var properties = new HashMap<String, String>();
    if (!pooler) properties.put("client_min_messages", "warning");
    properties.put("client_encoding", "UTF8");
    properties.put("application_name", parameters.getOrDefault("application_name", "covet"));
    var schema = parameters.get("schema");
    if (schema != null) properties.put("search_path", schema);
    return properties;
  }

  /**
   * The same for pgjdbc.
   *
   * @param pooler whether there is one, which keeps no statement prepared
   */
  JdbcAddress jdbc(boolean pooler) {
    var properties = new HashMap<String, String>();
    properties.put("user", user);
    if (!password.isEmpty()) properties.put("password", password);
    properties.put("ApplicationName", parameters.getOrDefault("application_name", "covet"));
    properties.put("sslmode", sslMode().value);
    trusted().ifPresent(file -> properties.put("sslrootcert", file));
    if (sslMode() == SslMode.DISABLE || sslMode() == SslMode.PREFER) {
      properties.put("requireAuth", "!password,!md5"); // as PasswordGuard does
    }
    if (trusted().isEmpty()
        && (sslMode() == SslMode.VERIFY_FULL || sslMode() == SslMode.VERIFY_CA)) {
      properties.put("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
    }
    schema().ifPresent(name -> properties.put("currentSchema", name));
    if (pooler) properties.put("prepareThreshold", "0");
    if (servers.size() > 1) properties.put("targetServerType", "primary");
    var name = URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
    return new JdbcAddress(
        "jdbc:postgresql://%s/%s".formatted(shownServers(), name), properties, !pooler);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "postgresql://" + user + "@" + shownServers() + "/" + database;
  }

  /** The servers as the URL has them. */
  String shownServers() {
    return servers.stream().map(Server::toString).collect(Collectors.joining(","));
  }
}
