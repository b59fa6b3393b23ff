package dev.covet.web.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Secret;
import dev.covet.base.config.StartFailure;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Response;
import dev.covet.web.server.tls.CertificateFiles;
import dev.covet.web.server.tls.Handshakes;
import dev.covet.web.server.tls.TlsSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.AlgorithmParameters;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S2.tls, security.md X1: which certificate is served, from which files, and a new one in time. */
@ExtendWith(NoLeaks.class)
final class CertificatesTest {
  private static final Handler HELLO = _ -> Response.text("hello");
  private static final Secret PASSWORD = Secret.of("a-password");

  /** The parts of PKCS#8 before the key itself: of RSA with 2048 bits or more, and of EC. */
  private static final int RSA_PREFIX = 26;

  @TempDir Path folder;

  private static RunningServer server(TlsSettings tls) {
    return RunningServer.of(HELLO, ServerSettings.of("127.0.0.1", 0).withTls(tls));
  }

  private RunningServer server(TestKey... keys) {
    var files = Arrays.stream(keys).map(key -> key.in(folder));
    return server(TlsSettings.of(files.toArray(CertificateFiles[]::new)));
  }

  private static String shown(RunningServer server, TlsSocket client) throws IOException {
    try (var socket = client.socket(server.server().port())) {
      return subject(socket);
    }
  }

  private static String subject(SSLSocket socket) throws IOException {
    return socket.getSession().getPeerPrincipal().getName();
  }

  @ParameterizedTest
  @CsvSource({
    "one.example, one.example",
    "ONE.Example, one.example",
    "a.wild.example, *.wild.example",
    "inner.wild.example, inner.wild.example",
    "a.b.wild.example, one.example",
    "wild.example, one.example",
    "else.example, one.example",
    "'', one.example"
  })
  void eachHostHasItsCertificateAndOthersTheFirst(String host, String subject) throws Exception {
    try (var server = server(TestKey.ONE, TestKey.WILD, TestKey.INNER)) {
      var suite =
          subject.startsWith("one")
              ? "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"
              : "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256";
      assertThat(shown(server, TlsSocket.to(host))).isEqualTo("CN=" + subject);
      assertThat(shown(server, TlsSocket.to(host).by("TLSv1.2").with(suite)))
          .isEqualTo("CN=" + subject);
    }
  }

  @Test
  void aHostMayHaveKeysOfTwoKinds() throws Exception {
    try (var server = server(TestKey.ONE, TestKey.ONE_EC)) {
      for (var kind : new String[] {"RSA", "ECDSA"}) {
        var suite = "TLS_ECDHE_" + kind + "_WITH_AES_256_GCM_SHA384";
        var client = TlsSocket.to("one.example").by("TLSv1.2").with(suite);
        try (var socket = client.socket(server.server().port())) {
          var key = socket.getSession().getPeerCertificates()[0].getPublicKey();
          assertThat(key.getAlgorithm()).isEqualTo(kind.equals("RSA") ? "RSA" : "EC");
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = TestKey.class,
      names = {"ONE", "WILD", "CLIENT"})
  void keysOfAllKindsAreServed(TestKey key) throws Exception {
    try (var server = server(key)) {
      assertThat(shown(server, TlsSocket.to("")))
          .isEqualTo(key.certificate().getSubjectX500Principal().getName());
    }
  }

  @Test
  void bothMayStandInOneFile() throws Exception {
    var both = folder.resolve("both.pem");
    Files.writeString(both, TestKey.ONE.keyPem() + "text\n" + TestKey.ONE.certificatePem());
    try (var server = server(TlsSettings.of(new CertificateFiles(both, both)))) {
      assertThat(shown(server, TlsSocket.to(""))).isEqualTo("CN=one.example");
    }
  }

  @Test
  void pkcs12IsServed() throws Exception {
    var file = TestKey.WILD.pkcs12();
    var tls = TlsSettings.of(new CertificateFiles(file, file)).withPassword(PASSWORD);
    try (var server = server(tls)) {
      assertThat(shown(server, TlsSocket.to(""))).isEqualTo("CN=*.wild.example");
    }
  }

  /** What is no key of a certificate is nothing that is served. */
  @Test
  void pkcs12MayHoldOtherKeys() throws Exception {
    var password = "a-password".toCharArray();
    var store = KeyStore.getInstance(TestKey.WILD.pkcs12().toFile(), password);
    var secret = new KeyStore.SecretKeyEntry(new SecretKeySpec(new byte[16], "AES"));
    store.setEntry("secret", secret, new KeyStore.PasswordProtection(password));
    var file = folder.resolve("more.p12");
    try (var out = Files.newOutputStream(file)) {
      store.store(out, password);
    }
    var tls = TlsSettings.of(new CertificateFiles(file, file)).withPassword(PASSWORD);
    try (var server = server(tls)) {
      assertThat(shown(server, TlsSocket.to(""))).isEqualTo("CN=*.wild.example");
    }
  }

  /** RFC 8017, A.1.2; RFC 5915, 3; RFC 5958, 3. */
  @ParameterizedTest
  @CsvSource({"ONE, RSA", "WILD, EC", "ONE, encrypted", "WILD, encrypted", "CLIENT, encrypted"})
  void olderFormsOfKeysAndEncryptedOnesAreRead(TestKey key, String form) throws Exception {
    var files = key.in(folder);
    Files.writeString(
        files.key(),
        switch (form) {
          case "RSA" -> TestKey.pem("RSA PRIVATE KEY", pkcs1(key.key()));
          case "EC" ->
              "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n"
                  + TestKey.pem("EC PRIVATE KEY", sec1(key.key()));
          default -> TestKey.pem("ENCRYPTED PRIVATE KEY", encrypted(key.key()));
        });
    try (var server = server(TlsSettings.of(files).withPassword(PASSWORD))) {
      assertThat(shown(server, TlsSocket.to("")))
          .isEqualTo(key.certificate().getSubjectX500Principal().getName());
    }
  }

  private static byte[] pkcs1(PrivateKey key) {
    var bytes = key.getEncoded();
    return Arrays.copyOfRange(bytes, RSA_PREFIX, bytes.length);
  }

  /** As openssl writes it: version, number, curve. */
  private static byte[] sec1(PrivateKey key) {
    var number = ((ECPrivateKey) key).getS().toByteArray();
    var bytes = new byte[51];
    var head = new byte[] {0x30, 49, 2, 1, 1, 4, 32};
    System.arraycopy(head, 0, bytes, 0, head.length);
    var from = Math.max(0, number.length - 32);
    var count = number.length - from;
    System.arraycopy(number, from, bytes, head.length + 32 - count, count);
    byte[] curve = {(byte) 0xa0, 10, 6, 8, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 3, 1, 7};
    System.arraycopy(curve, 0, bytes, head.length + 32, curve.length);
    return bytes;
  }

  private static byte[] encrypted(PrivateKey key) throws Exception {
    var algorithm = "PBEWithHmacSHA256AndAES_256";
    var secret =
        SecretKeyFactory.getInstance(algorithm)
            .generateSecret(new PBEKeySpec("a-password".toCharArray()));
    var cipher = Cipher.getInstance(algorithm);
    cipher.init(Cipher.ENCRYPT_MODE, secret);
    var parameters = AlgorithmParameters.getInstance("PBES2");
    parameters.init(cipher.getParameters().getEncoded());
    return new EncryptedPrivateKeyInfo(parameters, cipher.doFinal(key.getEncoded())).getEncoded();
  }

  private static void fails(TlsSettings tls, String why) {
    assertThatThrownBy(() -> server(tls).close())
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining("Exception");
  }

  @Test
  void filesThatAreMissingStopTheStartTogether() {
    var tls =
        TlsSettings.of(
            new CertificateFiles(folder.resolve("a.pem"), folder.resolve("a.key")),
            new CertificateFiles(folder.resolve("b.pem"), folder.resolve("b.key")));
    fails(tls, "there is no " + folder.resolve("a.pem"));
    fails(tls, "there is no " + folder.resolve("b.pem"));
  }

  @Test
  void aKeyOfAnotherCertificateStopsTheStart() {
    var one = TestKey.ONE.in(folder);
    var wild = TestKey.WILD.in(folder);
    var inner = TestKey.INNER.in(folder);
    fails(TlsSettings.of(new CertificateFiles(one.certificate(), wild.key())), "does not belong");
    fails(TlsSettings.of(new CertificateFiles(inner.certificate(), wild.key())), "does not belong");
  }

  @Test
  void aChainInTheWrongOrderStopsTheStart() throws Exception {
    var files = TestKey.WILD.in(folder);
    Files.writeString(
        files.certificate(), TestKey.ONE.certificatePem() + TestKey.WILD.certificatePem());
    fails(TlsSettings.of(files), "does not begin with the server's own certificate");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text",
        "-----BEGIN CERTIFICATE-----\n%%%\n-----END CERTIFICATE-----",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
        "-----BEGIN CERTIFICATE-----\nAAAA\n"
      })
  void aFileWithoutACertificateStopsTheStart(String text) throws Exception {
    var files = TestKey.WILD.in(folder);
    Files.writeString(files.certificate(), text);
    fails(TlsSettings.of(files), "certificate");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text|no private key is in
          -----BEGIN PRIVATE KEY-----#AAAA#-----END PRIVATE KEY-----|damaged
          -----BEGIN EC PRIVATE KEY-----#MAA=#-----END EC PRIVATE KEY-----|damaged
          -----BEGIN DSA PRIVATE KEY-----#MAA=#-----END DSA PRIVATE KEY-----|not supported
          -----BEGIN RSA PRIVATE KEY-----#Proc-Type: 4,ENCRYPTED#AAAA#-----END RSA PRIVATE KEY-----|openssl pkcs8
          -----BEGIN ENCRYPTED PRIVATE KEY-----#MAA=#-----END ENCRYPTED PRIVATE KEY-----|set TLS_KEY_PASSWORD
          """)
  void aKeyThatCannotBeReadStopsTheStart(String text, String why) throws Exception {
    var files = TestKey.WILD.in(folder);
    Files.writeString(files.key(), text.replace('#', '\n'));
    fails(TlsSettings.of(files), why);
  }

  @Test
  void aWrongPasswordStopsTheStart() throws Exception {
    var store = TestKey.WILD.pkcs12();
    var pkcs12 = TlsSettings.of(new CertificateFiles(store, store));
    fails(pkcs12, "set TLS_KEY_PASSWORD");
    fails(pkcs12.withPassword(Secret.of("wrong")), "TLS_KEY_PASSWORD is not its password");
    var files = TestKey.WILD.in(folder);
    Files.writeString(
        files.key(), TestKey.pem("ENCRYPTED PRIVATE KEY", encrypted(TestKey.WILD.key())));
    var pem = TlsSettings.of(files);
    fails(pem.withPassword(Secret.of("wrong")), "TLS_KEY_PASSWORD is not the password of the key");
    fails(
        TlsSettings.of(new CertificateFiles(store, files.key())).withPassword(PASSWORD),
        "leave TLS_KEY out");
  }

  @Test
  void anExpiredCertificateAndAKeyThatAllCanReadAreWarnings() throws Exception {
    var files = TestKey.EXPIRED.in(folder);
    Files.setPosixFilePermissions(files.key(), PosixFilePermissions.fromString("rw-r--r--"));
    try (var log = new LogLines(Handshakes.class.getPackageName());
        var server = server(TlsSettings.of(files))) {
      assertThat(shown(server, TlsSocket.to(""))).isEqualTo("CN=old.example");
      assertThat(log.with("tls_certificate_expired"))
          .singleElement()
          .asString()
          .contains("old.example");
      assertThat(log.with("tls_key_readable_by_all").toString()).contains(files.key().toString());
    }
  }

  @Test
  void aKeyOfItsOwnerAloneIsNoWarning() throws Exception {
    var files = TestKey.ONE.in(folder);
    Files.setPosixFilePermissions(files.key(), PosixFilePermissions.fromString("rw-r-----"));
    try (var log = new LogLines(Handshakes.class.getPackageName());
        var _ = server(TlsSettings.of(files))) {
      assertThat(log.with(folder.toString())).isEmpty();
    }
  }

  @Test
  void aCertificateForThisMachineIsMadeOnceAndKeptForItsOwner() throws Exception {
    var made = folder.resolve("made");
    var tls = TlsSettings.selfSigned(made);
    try (var server = server(tls);
        var socket = TlsSocket.to("localhost").socket(server.server().port())) {
      var certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
      assertThat(certificate.getSubjectAlternativeNames().toString())
          .contains("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
    }
    var file = made.resolve("self-signed.p12");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    var before = Files.readAllBytes(file);
    try (var server = server(tls)) {
      assertThat(shown(server, TlsSocket.to("localhost"))).isEqualTo("CN=localhost");
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    try (var left = Files.list(made)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void withoutAPlaceForItTheStartSaysSo() throws Exception {
    var file = folder.resolve("file");
    Files.writeString(file, "");
    fails(TlsSettings.selfSigned(file), "A self-signed certificate cannot be made");
    assertThat(Files.readString(file, UTF_8)).isEmpty();
  }
}
