package dev.covet.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.function.Predicate;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.io.HttpClientConnection;

/**
 * Opens connections: looks the host up once, for a guarded call checks every address that it has,
 * and connects to one of these very addresses, so that another answer of the name server a moment
 * later changes nothing. Thread-safe.
 */
final class Dialer implements AutoCloseable {
  /** Longest wait for one of several addresses, in milliseconds; the call has its own limit. */
  private static final int CONNECT_MILLIS_MAX = 5_000;

  /** Limits of the head of an answer, as those of a request: bytes a line, and fields. */
  private static final Http1Config WIRE =
      Http1Config.custom()
          .setMaxLineLength(8_192)
          .setMaxHeaderCount(100)
          .setMaxEmptyLineCount(2)
          .build();

  private final HostNames names;
  private final Predicate<InetAddress> isPublic;
  private final SSLSocketFactory tls;

  /**
   * A dialer that goes by these alone: tests have a lookup and certificates of their own.
   *
   * @param isPublic whether a guarded call may reach an address
   */
  Dialer(HostNames.Lookup lookup, Predicate<InetAddress> isPublic, SSLSocketFactory tls) {
    this.names = new HostNames(lookup);
    this.isPublic = isPublic;
    this.tls = tls;
  }

  /** A dialer of this machine, with the certificates that its JDK trusts. */
  static Dialer system() {
    return new Dialer(
        InetAddress::getAllByName,
        PublicAddress::is,
        (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  /**
   * A connection.
   *
   * @throws Refused if it is guarded, and a host has an address that is not public
   * @throws IOException if there is none to be had
   */
  HttpClientConnection open(Connections.Target target) throws IOException {
    var addresses = names.of(target.site().host());
    if (target.guarded() && !addresses.stream().allMatch(isPublic)) {
      throw new Refused(target.site().host() + " has an address that is not public");
    }
    var socket = connected(addresses, target.site().port());
    try {
      return over(socket, target.site());
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  private static Socket connected(List<InetAddress> addresses, int port) throws IOException {
    var failure = new ConnectException("no address");
    for (var address : addresses) {
      try {
        return connected(new InetSocketAddress(address, port));
      } catch (IOException e) {
        failure.addSuppressed(e);
      }
      if (Thread.currentThread().isInterrupted()) break;
    }
    throw failure;
  }

  private static Socket connected(InetSocketAddress address) throws IOException {
    var socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.connect(address, CONNECT_MILLIS_MAX);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private HttpClientConnection over(Socket socket, Site site) throws IOException {
    var connection = new DefaultBHttpClientConnection(WIRE);
    if (!site.isSecure()) {
      connection.bind(socket);
      return connection;
    }
    var secure = (SSLSocket) tls.createSocket(socket, site.host(), site.port(), true);
    var parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS"); // the name in the certificate counts
    secure.setSSLParameters(parameters);
    secure.startHandshake();
    connection.bind(secure, socket);
    return connection;
  }

  @Override
  public void close() {
    names.close();
  }
}
