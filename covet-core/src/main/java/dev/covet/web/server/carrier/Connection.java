package dev.covet.web.server.carrier;

import dev.covet.web.address.Authority;
import dev.covet.web.address.Peer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A connection that a server has accepted, whatever is spoken on it. Used on its loop alone, but
 * for {@link #server}, {@link #local} and {@link #guarded}.
 *
 * @param host the only one for which requests may ask here, in lower case; empty where any will do
 * @param openedNanos when it was opened, as {@link System#nanoTime} has it
 */
public record Connection(
    ServerState server,
    LoopLocal local,
    DuplexChannel channel,
    Peer peer,
    String host,
    long openedNanos) {
  /** A connection that opens now, on which requests may ask for any host. */
  public Connection(ServerState server, LoopLocal local, DuplexChannel channel, Peer peer) {
    this(server, local, channel, peer, "", System.nanoTime());
  }

  /**
   * This, of the client for whom it was made; empty, and it stays what it was, if that has too many
   * connections.
   */
  public Optional<Connection> of(InetSocketAddress client) {
    if (!server.moved(peer.address().getAddress(), client.getAddress())) return Optional.empty();
    var moved = Peer.of(client, peer.connectionId());
    return Optional.of(new Connection(server, local, channel, moved, host, openedNanos));
  }

  /**
   * This, encrypted.
   *
   * @param certificate of the client
   * @param only the host for which requests may ask; empty if any will do
   */
  public Connection secured(Optional<X509Certificate> certificate, String only) {
    return new Connection(server, local, channel, peer.secured(certificate), only, openedNanos);
  }

  /** Whether requests may ask for one host alone. */
  public boolean isForOneHost() {
    return !host.isEmpty();
  }

  /** Whether a request for this {@code host[:port]} belongs here (RFC 9110, 7.4). */
  public boolean serves(String authority) {
    return host.isEmpty() || host.equals(Authority.host(authority));
  }

  /** How long it has been open. */
  public Duration age(long now) {
    return Duration.ofNanos(now - openedNanos);
  }

  /** Has what is spoken on it looked at from now on. */
  public void opened(Conversation spoken) {
    local.opened(spoken);
  }

  /** It goes on with something else, which is looked at in the place of this. */
  public void handsOn(Conversation spoken) {
    local.closed(spoken);
  }

  /** It is gone, and what was spoken on it has nothing more to look at. */
  public void closed(Conversation spoken) {
    local.closed(spoken);
    server.closed(peer.address().getAddress());
  }

  /** The task, whose failure ends this connection and nothing else: Netty would only log it. */
  public Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (Throwable failure) {
        failed(failure);
      }
    };
  }

  /** Runs a task later, guarded. */
  public void schedule(Runnable task, long delay, TimeUnit unit) {
    var _ = channel.eventLoop().schedule(guarded(task), delay, unit);
  }

  /** Runs a task, guarded, once the loop has had a last look at what comes. */
  public void afterLastLook(Runnable task, Duration time) {
    LastLook.then(guarded(task), channel.eventLoop(), time);
  }

  /** Ends because something broke that is no request's fault. */
  public void failed(Throwable cause) {
    server.broken(cause);
    close();
  }

  /** Closes it: nobody waits for anything any more. */
  public void close() {
    var _ = channel.close();
  }

  /** Says that nothing more is sent (RFC 8446, 6.1), and closes it if the client said so, too. */
  public void endOutput() {
    if (channel.isInputShutdown()) {
      close();
      return;
    }
    var tls = channel.pipeline().get(SslHandler.class);
    if (tls == null) {
      shutdownOutput();
    } else {
      var _ = tls.closeOutbound().addListener(_ -> shutdownOutput());
    }
  }

  private void shutdownOutput() {
    var _ = channel.shutdownOutput();
  }

  /**
   * Breaks it off, so that the client cannot take what it has for the whole: by TLS, too, nothing
   * says that this was the end.
   */
  public void reset() {
    if (channel.isOpen()) channel.config().setOption(ChannelOption.SO_LINGER, 0);
    var tls = channel.pipeline().context(SslHandler.class);
    var _ = tls == null ? channel.close() : tls.close();
  }

  /**
   * Breaks it off in the middle of an answer, and says so.
   *
   * @param reason the name of a limit, or the code of an error of the client
   */
  public void cutOff(String reason, boolean isLimit) {
    if (isLimit) server.metrics().limitHit(reason);
    server.cutOff(peer.connectionId(), reason);
    reset();
  }
}
