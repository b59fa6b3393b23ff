package dev.covet.web.server.tls;

import dev.covet.base.config.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Reads certificates and keys from files: PEM or PKCS#12 (RFC 7292), told apart by content. */
final class CertificateReader {
  /** No certificate or key is so long; whatever is, is another file. */
  private static final int FILE_BYTES_MAX = 1_048_576;

  /** What a file in DER, as PKCS#12 is, begins with. */
  private static final int DER = 0x30;

  private final char[] password;

  CertificateReader(char[] password) {
    this.password = password.clone();
  }

  /** The certificates of a pair of files with their keys; PKCS#12 may have several. */
  List<ServedCertificate> read(CertificateFiles files) throws UnusableFile {
    var bytes = bytes(files.certificate());
    if (bytes.length > 0 && bytes[0] == DER) return keyStore(files, bytes);
    var chain = certificates(files.certificate(), bytes);
    var isOne = files.key().equals(files.certificate());
    var key = key(files.key(), isOne ? bytes : bytes(files.key()));
    requireOwn(files, chain, key);
    return List.of(new ServedCertificate(chain, key));
  }

  private static void requireOwn(
      CertificateFiles files, List<X509Certificate> chain, PrivateKey key) throws UnusableFile {
    if (ServedCertificate.belongs(key, chain.getFirst())) return;
    if (chain.stream().anyMatch(each -> ServedCertificate.belongs(key, each))) {
      throw new UnusableFile(
          files.certificate() + " does not begin with the server's own certificate");
    }
    throw new UnusableFile(
        "the key in " + files.key() + " does not belong to " + files.certificate());
  }

  /** The certificates of a PEM file, at least one. */
  static List<X509Certificate> certificates(Path file) throws UnusableFile {
    return certificates(file, bytes(file));
  }

  private static List<X509Certificate> certificates(Path file, byte[] bytes) throws UnusableFile {
    var certificates = new ArrayList<X509Certificate>();
    for (var block : Pem.blocks(bytes)) {
      if (block.label().equals("CERTIFICATE")) certificates.add(certificate(file, block));
    }
    if (certificates.isEmpty()) throw new UnusableFile("no certificate is in " + file);
    return certificates;
  }

  private static X509Certificate certificate(Path file, Pem.Block block) throws UnusableFile {
    try {
      var in = new ByteArrayInputStream(block.bytes());
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    } catch (CertificateException | UnusableFile _) {
      throw new UnusableFile("a certificate in " + file + " cannot be read");
    }
  }

  private PrivateKey key(Path file, byte[] bytes) throws UnusableFile {
    var key = Pem.blocks(bytes).stream().filter(PrivateKeys::isOne).findFirst();
    if (key.isEmpty()) throw new UnusableFile("no private key is in " + file);
    try {
      return PrivateKeys.of(key.get(), password);
    } catch (UnusableFile e) {
      throw new UnusableFile(file + ": " + e.why());
    }
  }

  private List<ServedCertificate> keyStore(CertificateFiles files, byte[] bytes)
      throws UnusableFile {
    var file = files.certificate();
    if (!files.key().equals(file)) {
      throw new UnusableFile(file + " is PKCS#12, which has its key with it; leave TLS_KEY out");
    }
    try {
      var store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(bytes), password);
      return entries(store, file);
    } catch (GeneralSecurityException | IOException _) {
      throw new UnusableFile(
          password.length == 0
              ? file + " needs a password; set TLS_KEY_PASSWORD"
              : file + " is not PKCS#12, or TLS_KEY_PASSWORD is not its password");
    }
  }

  private List<ServedCertificate> entries(KeyStore store, Path file)
      throws GeneralSecurityException, UnusableFile {
    var served = new ArrayList<ServedCertificate>();
    for (var alias : Collections.list(store.aliases())) {
      var chain = store.getCertificateChain(alias);
      if (chain == null || !(store.getKey(alias, password) instanceof PrivateKey key)) continue;
      var own = Stream.of(chain).map(X509Certificate.class::cast).toList();
      served.add(new ServedCertificate(own, key));
    }
    if (served.isEmpty()) throw new UnusableFile("no certificate with a key is in " + file);
    return served;
  }

  private static byte[] bytes(Path file) throws UnusableFile {
    try {
      if (Files.isDirectory(file)) throw new UnusableFile(file + " is a folder");
      if (Files.size(file) > FILE_BYTES_MAX) throw new UnusableFile(file + " is over 1 MB long");
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UnusableFile(Reason.of(e));
    }
  }
}
