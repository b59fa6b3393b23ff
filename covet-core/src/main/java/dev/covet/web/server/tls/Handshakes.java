package dev.covet.web.server.tls;

import dev.covet.base.loop.Pool;
import dev.covet.base.loop.PoolFull;
import dev.covet.base.observe.Counter;
import dev.covet.base.observe.LoggedFault;
import dev.covet.base.observe.Metrics;
import dev.covet.web.server.carrier.Connection;
import dev.covet.web.server.carrier.Opening;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How connections get to be encrypted. What takes long (signing, checking certificates) is done on
 * a pool of its own. A client that begins anew later (renegotiation) is cut off. Thread-safe.
 */
public final class Handshakes implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Handshakes.class);
  private static final int TASKS_WAITING_MAX = 4_096;

  private final Certificates certificates;
  private final Pool pool;
  private final Counter failed;

  /**
   * Reads the certificates.
   *
   * @param protocols those over TLS, by their names in ALPN (RFC 7301), the best first
   * @throws dev.covet.base.config.StartFailure with everything that is wrong with them
   */
  public Handshakes(TlsSettings settings, Metrics metrics, String... protocols) {
    this.certificates = new Certificates(settings, protocols);
    this.failed = metrics.counter("tls_handshakes_failed_total");
    var threads = Runtime.getRuntime().availableProcessors();
    this.pool = new Pool("tls", threads, TASKS_WAITING_MAX, metrics);
  }

  /**
   * Waits for a client to begin. Called on the loop of the connection.
   *
   * @param secured takes the connection once it is encrypted, and what ALPN has chosen; empty where
   *     the client knows no ALPN
   * @param plain takes it if the client does not speak TLS
   */
  public void begin(
      Connection connection, BiConsumer<Connection, String> secured, Consumer<Connection> plain) {
    var one = new One(connection, secured);
    var isTls =
        new FirstByte(
            one::handler,
            () -> {
              one.opening.done();
              plain.accept(connection);
            });
    connection.channel().pipeline().addLast(isTls, CloseNotify.SHARED, one.opening);
  }

  /** The handshake of one connection; runs its tasks until it has ended. */
  private final class One implements Executor {
    private final Connection connection;
    private final BiConsumer<Connection, String> secured;
    private final Opening opening;
    private volatile boolean over;

    One(Connection connection, BiConsumer<Connection, String> secured) {
      this.connection = connection;
      this.secured = secured;
      this.opening =
          new Opening(
              connection,
              connection.server().limits().times().tlsHandshakeSecondsMax(),
              "TLS_HANDSHAKE_SECONDS_MAX",
              this::happened);
    }

    /** The clock of a handshake is ours. */
    SslHandler handler() {
      var handler = new SslHandler(certificates.newEngine(), this);
      handler.setHandshakeTimeoutMillis(0);
      return handler;
    }

    /** After a handshake there is only one reason for a task: another one (RFC 9325, 3.5). */
    @Override
    public void execute(Runnable task) {
      if (over) throw new RejectedExecutionException("renegotiation");
      try {
        pool.execute(task);
      } catch (PoolFull e) {
        throw new RejectedExecutionException(e.getMessage(), e);
      }
    }

    private void happened(Object event) {
      if (!(event instanceof SslHandshakeCompletionEvent end)) return;
      over = true;
      if (end.isSuccess()) {
        opening.done();
        var chosen = tls().engine().getApplicationProtocol();
        secured.accept(known(), chosen == null ? "" : chosen);
      } else {
        failed.add(1);
        if (LOG.isDebugEnabled()) LOG.debug("tls_handshake_failed", LoggedFault.of(end.cause()));
      }
    }

    private SslHandler tls() {
      return connection.channel().pipeline().get(SslHandler.class);
    }

    private Connection known() {
      if (!certificates.asksClients()) return connection.secured(Optional.empty(), "");
      var session = tls().engine().getSession();
      return connection.secured(certificate(session), ServedKeys.host(session));
    }

    private static Optional<X509Certificate> certificate(SSLSession session) {
      try {
        return Optional.of((X509Certificate) session.getPeerCertificates()[0]);
      } catch (SSLPeerUnverifiedException _) {
        return Optional.empty(); // it has shown none
      }
    }
  }

  /** Watches the files no more. */
  @Override
  public void close() {
    certificates.close();
    pool.close();
  }
}
