package dev.covet.web.server.tls;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;

/**
 * A certificate with its key.
 *
 * @param chain the server's own first
 */
record ServedCertificate(List<X509Certificate> chain, PrivateKey key) {
  /** What {@code subjectAltName} calls a host's name (RFC 5280, 4.2.1.6). */
  private static final int DNS_NAME = 2;

  private static final byte[] PROBE = {'c', 'o', 'v', 'e', 't'};

  /** Copies the chain. */
  ServedCertificate {
    chain = List.copyOf(chain);
  }

  /** The server's own. */
  X509Certificate own() {
    return chain.getFirst();
  }

  /** Whether it is for a host: by its name, or as one right below a {@code *.} (RFC 9525, 6.3). */
  boolean isFor(String host) {
    var dot = host.indexOf('.');
    var wildcard = dot <= 0 ? "" : "*" + host.substring(dot);
    return names().stream().anyMatch(each -> each.equals(host) || each.equals(wildcard));
  }

  /** The hosts that it names, in lower case. */
  List<String> names() {
    try {
      var all = own().getSubjectAlternativeNames();
      if (all == null) return List.of();
      return all.stream()
          .filter(each -> Integer.valueOf(DNS_NAME).equals(each.getFirst()))
          .map(each -> String.valueOf(each.get(1)).toLowerCase(Locale.ROOT))
          .toList();
    } catch (CertificateParsingException _) {
      return List.of(); // clients cannot read them either
    }
  }

  /** Whether a key belongs to a certificate: one verifies what the other has signed. */
  static boolean belongs(PrivateKey key, X509Certificate certificate) {
    PublicKey known = certificate.getPublicKey();
    if (!known.getAlgorithm().equals(key.getAlgorithm())) return false;
    try {
      var signature = Signature.getInstance(scheme(key));
      signature.initSign(key);
      signature.update(PROBE);
      var signed = signature.sign();
      signature.initVerify(known);
      signature.update(PROBE);
      return signature.verify(signed);
    } catch (GeneralSecurityException _) {
      return false; // as on another curve
    }
  }

  private static String scheme(PrivateKey key) {
    return switch (key.getAlgorithm()) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      default -> key.getAlgorithm();
    };
  }
}
