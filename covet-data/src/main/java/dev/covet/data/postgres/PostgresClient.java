package dev.covet.data.postgres;

import dev.covet.base.loop.Loop;
import dev.covet.base.loop.Loops;
import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.postgres.PostgresUrl.Server;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.JksOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgException;
import io.vertx.pgclient.SslMode;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens connections on the loops of the app. Thread-safe. */
final class PostgresClient implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresClient.class);

  /** Longest time until a new connection can be used. */
  private static final Duration CONNECT_MAX = Duration.ofSeconds(5);

  /** The same where there are further servers to be tried. */
  private static final Duration CONNECT_ONE_MAX = Duration.ofSeconds(2);

  private static final Duration CLOSING_MAX = Duration.ofSeconds(2);

  /** Most statements that stay prepared on a connection. */
  private static final int STATEMENTS_MAX = 256;

  /** Statements that a transaction sends without waiting: its beginning and its savepoints. */
  private static final int PIPELINE_MAX = 16;

  /** What the client says of a certificate; it keeps the reason to itself. */
  private static final String TLS_FAILED = "SSL handshake failed";

  private final LoopTransport transport;
  private final VertxInternal vertx;
  private final PgConnectOptions options;
  private final PostgresUrl url;
  private final Duration most;
  private final ServerChoice choice;

  /** Those that have no TLS, and need none. */
  private final Set<Server> plain = ConcurrentHashMap.newKeySet();

  /**
   * A client of the servers of a URL.
   *
   * @param pooler whether one is in between, which gives each transaction another connection
   * @param several which of several servers is meant, if the URL does not say it
   */
  PostgresClient(PostgresUrl url, boolean pooler, SessionKind several, Loops loops) {
    this.url = url;
    this.most = url.servers().size() > 1 ? CONNECT_ONE_MAX : CONNECT_MAX;
    this.choice = new ServerChoice(url.servers(), url.kind(several), most);
    this.options = options(url, pooler);
    this.transport = new LoopTransport(loops);
    this.vertx = vertx(transport);
  }

  /** One that starts no threads but a daemon, and reads no files. */
  private static VertxInternal vertx(LoopTransport transport) {
    var options =
        new VertxOptions()
            .setUseDaemonThread(true)
            .setDisableTCCL(true)
            .setWorkerPoolSize(1)
            .setInternalBlockingPoolSize(1)
            .setBlockedThreadCheckInterval(1)
            .setBlockedThreadCheckIntervalUnit(TimeUnit.HOURS)
            .setFileSystemOptions(
                new FileSystemOptions()
                    .setFileCachingEnabled(false)
                    .setClassPathResolvingEnabled(false));
    var builder = Vertx.builder().with(options).withTransport(transport);
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(Vertx.class.getClassLoader()); // it looks there for its services
    try {
      return (VertxInternal) builder.build();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static PgConnectOptions options(PostgresUrl url, boolean pooler) {
    return new PgConnectOptions()
        .setDatabase(url.database())
        .setUser(url.user())
        .setPassword(url.password())
        .setProperties(url.properties(pooler))
        .setSslMode(url.sslMode())
        .setSslOptions(tls(url))
        .setUseLayer7Proxy(pooler)
        .setCachePreparedStatements(!pooler)
        .setPreparedStatementCacheMaxSize(STATEMENTS_MAX)
        .setPreparedStatementCacheSqlFilter(_ -> true)
        .setPipeliningLimit(PIPELINE_MAX)
        .setReconnectAttempts(0);
  }

  private static ClientSSLOptions tls(PostgresUrl url) {
    var tls = new ClientSSLOptions();
    var mode = url.sslMode();
    tls.setHostnameVerificationAlgorithm(mode == SslMode.VERIFY_FULL ? "HTTPS" : "");
    if (mode != SslMode.VERIFY_FULL && mode != SslMode.VERIFY_CA) return tls.setTrustAll(true);
    var file = url.trusted();
    if (file.isEmpty()) return tls.setTrustOptions(ofSystem());
    if (!Files.isReadable(Path.of(file.get()))) {
      throw new DatabaseFault(
          DatabaseFault.Kind.BROKEN, "the file of sslrootcert cannot be read: " + file.get());
    }
    return tls.setTrustOptions(new PemTrustOptions().addCertPath(file.get()));
  }

  /** The certificates that come with the JDK. */
  private static JksOptions ofSystem() {
    var file = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
    return new JksOptions().setPath(file.toString()).setPassword("changeit");
  }

  /** Longest time until a new connection can be used, whichever server it leads to. */
  Duration connectMax() {
    return most.multipliedBy(url.servers().size());
  }

  /** Which of its servers its connections lead to. */
  ServerChoice choice() {
    return choice;
  }

  /** A new connection on a loop; in time or not at all. */
  Future<PgConnection> connect(Loop loop) {
    return choice.first(server -> connect(loop, server));
  }

  private Future<PgConnection> connect(Loop loop, Server server) {
    var mode = url.sslMode();
    if (mode != SslMode.PREFER) return connect(loop, server, mode);
    if (plain.contains(server)) return connect(loop, server, SslMode.DISABLE);
    return connect(loop, server, SslMode.REQUIRE)
        .recover(refusal -> {
          if (!hasNoTls(refusal)) return Future.failedFuture(refusal);
          plain.add(server); // the client leaves a socket open each time it is told so
          return connect(loop, server, SslMode.DISABLE);
        });
  }

  private Future<PgConnection> connect(Loop loop, Server server, SslMode asked) {
    var own =
        new PgConnectOptions(options)
            .setHost(server.host())
            .setPort(server.port())
            .setSslMode(asked);
    var connected = Promise.<PgConnection>promise();
    vertx
        .contextBuilder()
        .withEventLoop(loop.events())
        .build()
        .runOnContext(_ -> PgConnection.connect(vertx, own).onComplete(connected));
    var inTime = connected.future().timeout(most.toMillis(), TimeUnit.MILLISECONDS);
    connected
        .future()
        .onSuccess(late -> {
          if (inTime.failed()) LoopTransport.cut(late);
        });
    return inTime;
  }

  private static boolean hasNoTls(Throwable refusal) {
    return String.valueOf(refusal.getMessage()).contains("does not handle SSL");
  }

  /** Why there is no connection, for whoever starts the app. */
  DatabaseFault unreachable(Throwable cause) {
    return new DatabaseFault(DatabaseFault.Kind.UNAVAILABLE, reason(cause), remedy(cause), cause);
  }

  /** What to do, where it is not to name another server; empty where the reason says it. */
  private @Nullable String remedy(Throwable cause) {
    return switch (cause) {
      case PgException answer ->
          switch (String.valueOf(answer.getSqlState())) {
            case "28P01" -> "Set DATABASE_PASSWORD to that of this user, or name another one.";
            case "3D000" ->
                "Make it, as by createdb %s, or name another.".formatted(url.database());
            case "53300" -> "Close some of its connections, or allow more: max_connections.";
            default -> "";
          };
      case ConnectException _ -> "See whether the server runs there, and on this port.";
      case TimeoutException _ -> "See whether the server runs there, and a firewall lets this in.";
      case UnknownHostException _ -> null;
      default -> "";
    };
  }

  /** The same in words. */
  String reason(Throwable cause) {
    var message = String.valueOf(cause.getMessage());
    return switch (cause) {
      case PgException _ when message.contains("startup parameter") ->
          "a pooler is in between, which DATABASE_POOLER=on is for (" + message + ")";
      case PgException answer -> String.valueOf(answer.getErrorMessage());
      case TimeoutException _ ->
          "%s does not answer within %s ms".formatted(url.shownServers(), most.toMillis());
      case UnknownHostException _ -> "there is no host " + url.servers().getFirst().host();
      case Throwable _ when url.password().isEmpty() && message.contains("'password'") ->
          "the server asks for a password: set DATABASE_PASSWORD";
      case Throwable _ when hasNoTls(cause) -> "the server has no TLS, which sslmode asks for";
      case Throwable _ when message.equals(TLS_FAILED) ->
          "TLS did not come about with %s: its certificate is not of that name, or of an authority that is not trusted, which sslrootcert can name"
              .formatted(url.shownServers());
      default -> message;
    };
  }

  /** Waits until its connections are closed, for a bounded time: their loops may end then. */
  @Override
  public void close() {
    transport.cutAll();
    var closed = new CountDownLatch(1);
    vertx.close().onComplete(_ -> closed.countDown());
    try {
      var inTime = closed.await(CLOSING_MAX.toMillis(), TimeUnit.MILLISECONDS);
      if (!inTime) LOG.warn("connections_not_closed");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
