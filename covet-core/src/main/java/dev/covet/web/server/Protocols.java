package dev.covet.web.server;

import dev.covet.base.loop.Loop;
import dev.covet.base.loop.Loops;
import dev.covet.base.observe.Metrics;
import dev.covet.web.address.Cidr;
import dev.covet.web.http.Refusal;
import dev.covet.web.http.RequestHead;
import dev.covet.web.server.carrier.Connection;
import dev.covet.web.server.carrier.ServerLimits;
import dev.covet.web.server.http1.Http1;
import dev.covet.web.server.http1.Http1Scratch;
import dev.covet.web.server.http1.OtherProtocols;
import dev.covet.web.server.http2.Http2;
import dev.covet.web.server.http2.ResponseFields;
import dev.covet.web.server.tls.Handshakes;
import io.netty.buffer.ByteBuf;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what is spoken on a connection that was accepted, and puts that into its pipeline: first
 * what a trusted proxy says of its client, then TLS, each where the settings want it; then
 * HTTP/1.1, or HTTP/2 by ALPN, by its preface or by an upgrade. All of that is chosen here, and
 * nothing behind knows.
 */
final class Protocols implements AutoCloseable {
  /** Its name in ALPN (RFC 7301, 6). */
  private static final String HTTP1 = "http/1.1";

  private static final Refusal NO_TLS =
      Refusal.malformed("This port speaks TLS: ask by https instead of http");

  private final IdentityHashMap<Loop, Scratch> scratches = new IdentityHashMap<>();
  private final OtherProtocols others;
  private final List<Cidr> hops;
  private final @Nullable Handshakes handshakes;

  /**
   * What these settings want.
   *
   * @throws dev.covet.base.config.StartFailure if a certificate cannot be used
   */
  Protocols(Loops loops, ServerSettings settings) {
    loops.loops().forEach(loop -> scratches.put(loop, Scratch.within(settings.limits())));
    this.others = settings.http2() ? new Cleartext(settings.h2cUpgrade()) : OtherProtocols.NONE;
    this.hops = settings.proxies().speaking();
    this.handshakes = settings.tls().isOn() ? handshakes(settings, loops.metrics()) : null;
  }

  private static Handshakes handshakes(ServerSettings settings, Metrics metrics) {
    return settings.http2()
        ? new Handshakes(settings.tls(), metrics, Http2.NAME, HTTP1)
        : new Handshakes(settings.tls(), metrics, HTTP1);
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
      Http1.speak(connection, scratch(connection).http1(), others);
    } else {
      handshakes.begin(connection, this::talk, this::refuse);
    }
  }

  /** What ALPN has chosen. */
  private void talk(Connection connection, String protocol) {
    if (protocol.equals(Http2.NAME)) {
      Http2.speak(connection, scratch(connection).http2());
    } else {
      Http1.speak(connection, scratch(connection).http1(), OtherProtocols.NONE);
    }
  }

  /** HTTP/2 without TLS. */
  private final class Cleartext implements OtherProtocols {
    private final boolean upgrades;

    Cleartext(boolean upgrades) {
      this.upgrades = upgrades;
    }

    /** Its client knew before that it is spoken (RFC 9113, 3.3). */
    @Override
    public boolean begins(Connection connection, ByteBuf in) {
      if (!Http2.isBegun(in)) return false;
      Http2.speak(connection, scratch(connection).http2());
      Http1.handOn(connection);
      return true;
    }

    @Override
    public boolean upgrades() {
      return upgrades;
    }

    @Override
    public boolean upgrade(Connection connection, RequestHead first, byte[] settings) {
      if (!Http2.areSettings(settings)) return false;
      Http1.tellUpgrade(connection);
      Http2.goOn(connection, scratch(connection).http2(), first, settings);
      Http1.handOn(connection);
      return true;
    }
  }

  private void refuse(Connection connection) {
    Http1.refuse(connection, scratch(connection).http1(), NO_TLS);
  }

  private Scratch scratch(Connection connection) {
    return Objects.requireNonNull(scratches.get(connection.local().loop()));
  }

  /** What the connections of one event loop share. */
  private record Scratch(Http1Scratch http1, ResponseFields http2) {
    static Scratch within(ServerLimits limits) {
      return new Scratch(Http1Scratch.within(limits), new ResponseFields());
    }
  }

  @Override
  public void close() {
    if (handshakes != null) handshakes.close();
  }
}
