package dev.covet.data.postgres;

import dev.covet.base.loop.Loop;
import dev.covet.base.loop.Loops;
import dev.covet.data.driver.DatabaseFault;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Opens connections on the loops of the app. Thread-safe. */
final class PostgresClient implements AutoCloseable {
  /** Most statements that stay prepared on a connection. */
  private static final int STATEMENTS_MAX = 256;

  /** Statements that a transaction sends without waiting: its beginning and its savepoints. */
  private static final int PIPELINE_MAX = 16;

  private final VertxInternal vertx;
  private final PgConnectOptions options;
  private final PostgresUrl url;
  private final Duration connectMax;

  PostgresClient(PostgresTarget target, Loops loops, Duration connectMax) {
    this.url = target.url();
    this.connectMax = connectMax;
    this.options = options(target);
    this.vertx = vertx(loops);
  }

  /** One that starts no threads but a daemon, and reads no files. */
  private static VertxInternal vertx(Loops loops) {
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
    var builder = Vertx.builder().with(options).withTransport(new LoopTransport(loops.group()));
    return (VertxInternal) builder.build();
  }

  private static PgConnectOptions options(PostgresTarget target) {
    var url = target.url();
    var pooler = target.connections().pooler();
    return new PgConnectOptions()
        .setHost(url.server().host())
        .setPort(url.server().port())
        .setDatabase(url.database())
        .setUser(url.user())
        .setPassword(url.password())
        .setProperties(url.properties())
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

  /** A new connection on a loop; in time or not at all. */
  Future<PgConnection> connect(Loop loop) {
    var connected = Promise.<PgConnection>promise();
    vertx
        .contextBuilder()
        .withEventLoop(loop.events())
        .build()
        .runOnContext(_ -> PgConnection.connect(vertx, options).onComplete(connected));
    var inTime = connected.future().timeout(connectMax.toMillis(), TimeUnit.MILLISECONDS);
    connected
        .future()
        .onSuccess(late -> {
          if (inTime.failed()) late.close();
        });
    return inTime;
  }

  /** Has something done again and again, on one of the loops. */
  void every(Duration time, Runnable work) {
    vertx.setPeriodic(time.toMillis(), _ -> work.run());
  }

  /** Why there is no connection, for whoever starts the app. */
  DatabaseFault unreachable(Throwable cause) {
    var why =
        switch (cause) {
          case PgException answer -> answer.getErrorMessage();
          case java.util.concurrent.TimeoutException _ ->
              "%s does not answer within %s ms".formatted(url.server(), connectMax.toMillis());
          default -> String.valueOf(cause.getMessage());
        };
    return new DatabaseFault(DatabaseFault.Kind.UNAVAILABLE, why, cause);
  }

  @Override
  public void close() {
    vertx.close();
  }
}
