package dev.covet.web.server;

import dev.covet.base.loop.Loop;
import dev.covet.base.loop.Loops;
import dev.covet.web.address.Cidr;
import dev.covet.web.http.Refusal;
import dev.covet.web.server.carrier.Connection;
import dev.covet.web.server.http1.Http1;
import dev.covet.web.server.http1.Http1Scratch;
import dev.covet.web.server.tls.Handshakes;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what is spoken on a connection that was accepted, and puts that into its pipeline: first
 * what a trusted proxy says of its client, then TLS, each where the settings want it; then
 * HTTP/1.1. Whatever else comes (HTTP/2 by ALPN or by its preface, an upgrade) is chosen here, and
 * nothing behind knows.
 */
final class Protocols implements AutoCloseable {
  /** Its name in ALPN (RFC 7301, 6). */
  private static final String HTTP1 = "http/1.1";

  private static final Refusal NO_TLS =
      Refusal.malformed("This port speaks TLS: ask by https instead of http");

  private final IdentityHashMap<Loop, Http1Scratch> scratches = new IdentityHashMap<>();
  private final List<Cidr> hops;
  private final @Nullable Handshakes handshakes;

  /**
   * What these settings want.
   *
   * @throws dev.covet.base.config.StartFailure if a certificate cannot be used
   */
  Protocols(Loops loops, ServerSettings settings) {
    loops.loops().forEach(loop -> scratches.put(loop, Http1Scratch.within(settings.limits())));
    this.hops = settings.proxies().speaking();
    this.handshakes =
        settings.tls().isOn() ? new Handshakes(settings.tls(), loops.metrics(), HTTP1) : null;
  }

  /** Begins to speak on a connection. Called on its loop. */
  void speak(Connection connection) {
    if (!hops.isEmpty() && Cidr.contains(hops, connection.peer().address().getAddress())) {
      ProxyHop.await(connection, this::secure);
    } else {
      secure(connection);
    }
  }

  private void secure(Connection connection) {
    if (handshakes == null) {
      talk(connection);
    } else {
      handshakes.begin(connection, this::talk, this::refuse);
    }
  }

  private void talk(Connection connection) {
    Http1.speak(connection, scratch(connection));
  }

  private void refuse(Connection connection) {
    Http1.refuse(connection, scratch(connection), NO_TLS);
  }

  private Http1Scratch scratch(Connection connection) {
    return Objects.requireNonNull(scratches.get(connection.local().loop()));
  }

  @Override
  public void close() {
    if (handshakes != null) handshakes.close();
  }
}
