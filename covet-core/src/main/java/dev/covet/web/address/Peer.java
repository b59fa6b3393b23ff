package dev.covet.web.address;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * The other end of a connection: what is the same for all requests that come by it. A carrier makes
 * one for each connection.
 *
 * @param address the address, the only thing that is believed about it
 * @param connectionId the connection, as log lines name it
 * @param scheme {@code http}, or {@code https} where the connection is encrypted
 * @param certificate what the client has shown, if the connection asked for it and it is valid
 */
public record Peer(
    InetSocketAddress address,
    String connectionId,
    String scheme,
    Optional<X509Certificate> certificate) {
  /** The other end of a plain connection. */
  public static Peer of(InetSocketAddress address, String connectionId) {
    return new Peer(address, connectionId, "http", Optional.empty());
  }

  /** Its address, with the port, for people. */
  public String text() {
    var host = address.isUnresolved() ? address.getHostString() : literal(address.getAddress());
    return host + ":" + address.getPort();
  }

  private static String literal(InetAddress ip) {
    return ip instanceof Inet6Address ? "[" + ip.getHostAddress() + "]" : ip.getHostAddress();
  }

  /** This end of a connection that is encrypted, with the client's certificate if it has one. */
  public Peer secured(Optional<X509Certificate> certificate) {
    return new Peer(address, connectionId, "https", certificate);
  }
}
