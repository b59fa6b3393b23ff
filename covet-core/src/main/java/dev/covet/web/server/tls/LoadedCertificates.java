package dev.covet.web.server.tls;

import dev.covet.base.config.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the files of the settings hold at one moment, ready for use. Immutable. */
record LoadedCertificates(SSLContext context, int count) {
  private static final Logger LOG = LoggerFactory.getLogger(LoadedCertificates.class);

  /**
   * Reads all files; what is odd with them but can be served is logged.
   *
   * @throws StartFailure with everything that is wrong
   */
  static LoadedCertificates of(TlsSettings settings) {
    var faults = new ArrayList<String>();
    var served = served(settings, faults);
    var trusted = trusted(settings, faults);
    if (!faults.isEmpty()) throw new StartFailure(faults);
    served.forEach(LoadedCertificates::warn);
    settings.files().forEach(each -> warnOfReaders(each.key()));
    return new LoadedCertificates(context(served, trusted), served.size());
  }

  private static List<ServedCertificate> served(TlsSettings settings, List<String> faults) {
    var reader = new CertificateReader(settings.password().value().toCharArray());
    var served = new ArrayList<ServedCertificate>();
    for (var files : settings.files()) {
      try {
        served.addAll(reader.read(files));
      } catch (UnusableFile e) {
        faults.add("TLS cannot be served: " + e.why() + ".");
      }
    }
    return served;
  }

  private static TrustManager[] trusted(TlsSettings settings, List<String> faults) {
    if (settings.clients() == ClientCertificates.NONE || settings.authorities().isEmpty()) {
      return new TrustManager[0];
    }
    try {
      return trustManagers(settings.authorities().get());
    } catch (UnusableFile e) {
      faults.add("Certificates of clients cannot be checked: " + e.why() + ".");
      return new TrustManager[0];
    }
  }

  private static TrustManager[] trustManagers(Path authorities) throws UnusableFile {
    var certificates = CertificateReader.certificates(authorities);
    try {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (var i = 0; i < certificates.size(); i++) {
        store.setCertificateEntry(Integer.toString(i), certificates.get(i));
      }
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      return factory.getTrustManagers();
    } catch (GeneralSecurityException | IOException e) {
      throw new UnusableFile(authorities + ": " + e.getMessage());
    }
  }

  /** An own session cache with each: who is let in by what was read before is asked again. */
  private static SSLContext context(List<ServedCertificate> served, TrustManager[] trusted) {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {new ServedKeys(served)}, trusted, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // the JDK has it
    }
  }

  private static void warn(ServedCertificate each) {
    var now = Instant.now();
    var own = each.own();
    var until = own.getNotAfter().toInstant();
    if (until.isBefore(now)) {
      LOG.atWarn()
          .addKeyValue("names", each.names())
          .addKeyValue("until", until)
          .log("tls_certificate_expired");
    } else if (own.getNotBefore().toInstant().isAfter(now)) {
      LOG.atWarn()
          .addKeyValue("names", each.names())
          .addKeyValue("from", own.getNotBefore().toInstant())
          .log("tls_certificate_not_yet_valid");
    }
  }

  private static void warnOfReaders(Path key) {
    if (!SelfSigned.isPosix()) return;
    try {
      if (Files.getPosixFilePermissions(key).contains(PosixFilePermission.OTHERS_READ)) {
        LOG.atWarn().addKeyValue("file", key).log("tls_key_readable_by_all");
      }
    } catch (IOException _) {
      // it could be read a moment ago
    }
  }

  /** Everything that a server was told to read. */
  static List<Path> paths(TlsSettings settings) {
    var own = settings.files().stream().flatMap(each -> Stream.of(each.certificate(), each.key()));
    return Stream.concat(own, settings.authorities().stream()).distinct().toList();
  }
}
