package dev.covet.web.server.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Has each client shown the certificate of the host that it asks for (SNI, RFC 6066, 3): that with
 * the very name before one with a wildcard, and the first for all others. A host may have several
 * with keys of different kinds. Immutable and thread-safe.
 */
final class ServedKeys extends X509ExtendedKeyManager {
  private final List<ServedCertificate> all;

  /**
   * These.
   *
   * @param all at least one; their places are their aliases
   */
  ServedKeys(List<ServedCertificate> all) {
    this.all = List.copyOf(all);
  }

  /** The host for which a client asked, in lower case; empty if it named none. */
  static String host(@Nullable SSLSession session) {
    if (!(session instanceof ExtendedSSLSession extended)) return "";
    for (var name : extended.getRequestedServerNames()) {
      if (name instanceof SNIHostName host) return host.getAsciiName().toLowerCase(Locale.ROOT);
    }
    return "";
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    var host = engine == null ? "" : host(engine.getHandshakeSession());
    for (var each : fitting(host)) {
      if (each.own().getPublicKey().getAlgorithm().equals(keyType)) {
        return Integer.toString(all.indexOf(each));
      }
    }
    return null;
  }

  private List<ServedCertificate> fitting(String host) {
    var exact = all.stream().filter(each -> each.names().contains(host)).toList();
    if (!exact.isEmpty()) return exact;
    var wild = all.stream().filter(each -> each.isFor(host)).toList();
    if (!wild.isEmpty()) return wild;
    var names = all.getFirst().names();
    return all.stream().filter(each -> each.names().equals(names)).toList();
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(@Nullable String alias) {
    var found = found(alias);
    return found == null ? null : found.chain().toArray(X509Certificate[]::new);
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(@Nullable String alias) {
    var found = found(alias);
    return found == null ? null : found.key();
  }

  private @Nullable ServedCertificate found(@Nullable String alias) {
    return alias == null ? null : all.get(Integer.parseInt(alias));
  }

  /** None: engines are asked for, not sockets. */
  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return null;
  }

  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  /** None: this is no client. */
  @Override
  public @Nullable String chooseClientAlias(
      String @Nullable [] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return null;
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }
}
