package dev.covet.web.server;

import dev.covet.web.server.tls.CertificateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Certificates with keys, all made by the JDK's keytool when the first one is asked for. */
public enum TestKey {
  /** RSA, for one host. */
  ONE("RSA", "dns:one.example", "+0d"),
  /** EC, for whatever is below a name. */
  WILD("EC", "dns:*.wild.example", "+0d"),
  /** EC, for one host below that name. */
  INNER("EC", "dns:inner.wild.example", "+0d"),
  /** EC, for the host of {@link #ONE}. */
  ONE_EC("EC", "dns:one.example", "+0d"),
  /** Ed25519, of a client. */
  CLIENT("Ed25519", "dns:client.example", "+0d"),
  /** Ended yesterday. */
  EXPIRED("EC", "dns:old.example", "-2d");

  private static final char[] PASSWORD = "a-password".toCharArray();

  private final String algorithm;
  private final String name;
  private final String from;

  TestKey(String algorithm, String name, String from) {
    this.algorithm = algorithm;
    this.name = name;
    this.from = from;
  }

  /** All of them, made side by side. */
  private static final class Made {
    static final Map<TestKey, Path> FILES = files();

    private static Map<TestKey, Path> files() {
      try {
        var files = new EnumMap<TestKey, Path>(TestKey.class);
        var running = new ArrayList<Process>();
        for (var key : values()) {
          var folder = Files.createTempDirectory("covet-keys");
          var file = folder.resolve("key.p12");
          folder.toFile().deleteOnExit(); // after what is in it
          file.toFile().deleteOnExit();
          files.put(key, file);
          running.add(key.make(file));
        }
        for (var each : running) each.waitFor();
        return Map.copyOf(files);
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private Process make(Path file) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-keystore", file.toString(), "-alias", "own"));
    command.addAll(List.of("-storepass", "a-password", "-keyalg", algorithm));
    command.addAll(List.of("-dname", "CN=" + name.substring(4), "-ext", "SAN=" + name));
    command.addAll(List.of("-validity", "1", "-startdate", from));
    if (algorithm.equals("EC")) command.addAll(List.of("-groupname", "secp256r1"));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** As PKCS#12, whose password is {@code a-password}. */
  public Path pkcs12() {
    return Objects.requireNonNull(Made.FILES.get(this));
  }

  private KeyStore store() {
    try {
      return KeyStore.getInstance(pkcs12().toFile(), PASSWORD);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The certificate. */
  public X509Certificate certificate() {
    try {
      return (X509Certificate) store().getCertificate("own");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The key. */
  public PrivateKey key() {
    try {
      return (PrivateKey) store().getKey("own", PASSWORD);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The certificate as PEM. */
  public String certificatePem() {
    try {
      return pem("CERTIFICATE", certificate().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The key as PEM, PKCS#8. */
  public String keyPem() {
    return pem("PRIVATE KEY", key().getEncoded());
  }

  /** A block of PEM. */
  public static String pem(String label, byte[] bytes) {
    var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(label, text);
  }

  /** Both as files in a folder. */
  public CertificateFiles in(Path folder) {
    try {
      var certificate = folder.resolve(name() + ".pem");
      var key = folder.resolve(name() + ".key");
      Files.writeString(certificate, certificatePem());
      Files.writeString(key, keyPem());
      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
      return new CertificateFiles(certificate, key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
