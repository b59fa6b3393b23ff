package dev.covet.web.server;

import dev.covet.base.loop.Loop;
import dev.covet.web.server.carrier.Connection;
import dev.covet.web.server.carrier.ServerLimits;
import dev.covet.web.server.http1.Http1;
import dev.covet.web.server.http1.Http1Scratch;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Objects;

/**
 * Chooses what is spoken on a connection that was accepted, and puts that into its pipeline. It is
 * HTTP/1.1 without TLS; whatever else comes (TLS before it, HTTP/2 by ALPN or by its preface, an
 * upgrade in its place) is chosen here, and nothing behind knows.
 */
final class Protocols {
  private final IdentityHashMap<Loop, Http1Scratch> scratches = new IdentityHashMap<>();

  Protocols(Collection<Loop> loops, ServerLimits limits) {
    loops.forEach(loop -> scratches.put(loop, Http1Scratch.within(limits)));
  }

  /** Begins to speak on a connection. Called on its loop. */
  void speak(Connection connection) {
    var loop = connection.local().loop();
    Http1.speak(connection, Objects.requireNonNull(scratches.get(loop)));
  }
}
