package dev.covet.web.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509TrustManager;

/**
 * How a client begins TLS; it trusts every certificate.
 *
 * @param host for which it asks (SNI); none if empty
 * @param protocols versions
 * @param suites none for those of the JDK
 * @param keys what it shows; one at most
 */
record TlsSocket(String host, List<String> protocols, List<String> suites, List<TestKey> keys) {
  static TlsSocket to(String host) {
    return new TlsSocket(host, List.of("TLSv1.3", "TLSv1.2"), List.of(), List.of());
  }

  TlsSocket by(String... protocols) {
    return new TlsSocket(host, List.of(protocols), suites, keys);
  }

  TlsSocket with(String... suites) {
    return new TlsSocket(host, protocols, List.of(suites), keys);
  }

  TlsSocket as(TestKey key) {
    return new TlsSocket(host, protocols, suites, List.of(key));
  }

  /** A client whose handshake is done. */
  RawClient connect(RunningServer server) throws IOException {
    return new RawClient(socket(server.server().port()));
  }

  /** A socket whose handshake is done. */
  SSLSocket socket(int port) throws IOException {
    return over(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  SSLSocket over(Socket plain) throws IOException {
    plain.setSoTimeout(30_000);
    var socket = (SSLSocket) context().getSocketFactory().createSocket(plain, "localhost", 1, true);
    var parameters = socket.getSSLParameters();
    parameters.setServerNames(host.isEmpty() ? List.of() : List.of(new SNIHostName(host)));
    parameters.setProtocols(protocols.toArray(String[]::new));
    if (!suites.isEmpty()) parameters.setCipherSuites(suites.toArray(String[]::new));
    parameters.setApplicationProtocols(new String[] {"http/1.1"});
    socket.setSSLParameters(parameters);
    try {
      socket.startHandshake();
      return socket;
    } catch (IOException e) {
      plain.close();
      throw e;
    }
  }

  private SSLContext context() {
    try {
      var context = SSLContext.getInstance("TLS");
      var own = KeyManagerFactory.getInstance("PKIX");
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (var key : keys) {
        store.setKeyEntry("own", key.key(), new char[0], new Certificate[] {key.certificate()});
      }
      own.init(store, new char[0]);
      context.init(new KeyManager[] {new Shows(own)}, new TrustManager[] {new TrustsAll()}, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Shows its certificate, whoever the server says may make some. */
  private static final class Shows extends X509ExtendedKeyManager {
    private final X509ExtendedKeyManager keys;

    Shows(KeyManagerFactory own) {
      this.keys = (X509ExtendedKeyManager) own.getKeyManagers()[0];
    }

    @Override
    public String chooseClientAlias(String[] kinds, Principal[] issuers, Socket socket) {
      return keys.chooseClientAlias(kinds, null, socket);
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return keys.getCertificateChain(alias);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return keys.getPrivateKey(alias);
    }

    @Override
    public String[] getClientAliases(String kind, Principal[] issuers) {
      return keys.getClientAliases(kind, null);
    }

    @Override
    public String[] getServerAliases(String kind, Principal[] issuers) {
      return keys.getServerAliases(kind, issuers);
    }

    @Override
    public String chooseServerAlias(String kind, Principal[] issuers, Socket socket) {
      return keys.chooseServerAlias(kind, issuers, socket);
    }
  }

  private static final class TrustsAll implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
