package dev.covet.web.server.tls;

import dev.covet.base.config.StartFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A certificate for this machine alone, which the JDK's keytool makes once: for development and
 * tests. Browsers warn of it, since nobody vouches for it.
 */
final class SelfSigned {
  /** The file is its owner's alone; PKCS#12 without a password is not what keytool makes. */
  static final String PASSWORD = "covet-development";

  private static final Logger LOG = LoggerFactory.getLogger(SelfSigned.class);
  private static final String FILE = "self-signed.p12";
  private static final String NAMES = "SAN=dns:localhost,ip:127.0.0.1,ip:::1";
  private static final String ALIAS = "localhost";
  private static final String DAYS = "3650";
  private static final int SECONDS_MAX = 60;

  /** Each start would hash it 60,000 times, and everybody knows it. */
  private static final List<String> PASSWORD_IS_KNOWN =
      Stream.of("macIterationCount", "certPbeIterationCount", "keyPbeIterationCount")
          .map(name -> "-J-Dkeystore.pkcs12." + name + "=1")
          .toList();

  private SelfSigned() {}

  /**
   * The file with the certificate, which is made if it is not there.
   *
   * @throws StartFailure if it cannot be made
   */
  static Path in(Path folder) {
    var file = folder.resolve(FILE);
    if (Files.exists(file)) return file;
    try {
      Files.createDirectories(folder);
      LOG.atInfo().addKeyValue("file", file).log("tls_certificate_is_made");
      var own = Files.createTempDirectory(folder, "tls"); // nobody else sees into it
      var fresh = own.resolve(FILE);
      try {
        make(fresh);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(fresh);
        Files.delete(own);
      }
      return file;
    } catch (IOException e) {
      throw new StartFailure("A self-signed certificate cannot be made", e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new StartFailure(List.of("The process is ending."));
    }
  }

  /** What a client of this machine trusts: this certificate alone. */
  static SSLContext trusted(Path folder) {
    try {
      var store = KeyStore.getInstance(in(folder).toFile(), PASSWORD.toCharArray());
      var own = Objects.requireNonNull(store.getCertificate(ALIAS));
      store.deleteEntry(ALIAS);
      store.setCertificateEntry(ALIAS, own);
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      var context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new StartFailure("The self-signed certificate cannot be read", e);
    }
  }

  static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  private static void make(Path file) throws IOException, InterruptedException {
    var keytool = Path.of(System.getProperty("java.home", ""), "bin", "keytool");
    var command = new ArrayList<>(List.of(keytool.toString()));
    command.addAll(PASSWORD_IS_KNOWN);
    command.addAll(
        List.of(
            "-genkeypair",
            "-alias",
            ALIAS,
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=localhost",
            "-ext",
            NAMES,
            "-ext",
            "EKU=serverAuth",
            "-validity",
            DAYS,
            "-storetype",
            "PKCS12",
            "-storepass",
            PASSWORD,
            "-keystore",
            file.toString()));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("keytool takes longer than " + SECONDS_MAX + " s");
    }
    if (process.exitValue() != 0) {
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      throw new IOException("keytool says: " + said.strip());
    }
    if (isPosix())
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
