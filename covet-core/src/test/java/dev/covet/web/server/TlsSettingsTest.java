package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.Mode;
import dev.covet.api.Secret;
import dev.covet.base.config.Config;
import dev.covet.base.config.Source;
import dev.covet.base.config.StartFaults;
import dev.covet.web.server.tls.CertificateFiles;
import dev.covet.web.server.tls.ClientCertificates;
import dev.covet.web.server.tls.TlsSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What settings say of TLS, proxies and Unix domain sockets. */
class TlsSettingsTest {
  private final StartFaults faults = new StartFaults();

  private ServerSettings read(Mode mode, Map<String, String> values) {
    return ServerSettings.from(Config.of(mode, faults, Source.code(values)));
  }

  private static Map<String, String> values(String text) {
    var values = new HashMap<String, String>();
    for (var each : text.split(" ", -1)) {
      var equals = each.indexOf('=');
      values.put(each.substring(0, equals), each.substring(equals + 1));
    }
    return values;
  }

  @Test
  void withoutAnySettingThereIsNoTls() {
    assertThat(read(Mode.PRODUCTION, Map.of()).tls()).isEqualTo(TlsSettings.OFF);
    assertThat(read(Mode.PRODUCTION, values("TLS_CERT=a.pem TLS=off")).tls().isOn()).isFalse();
    assertThat(faults.list()).isEmpty();
  }

  @Test
  void certificatesHaveTheirKeysByTheirPlaces() {
    var tls =
        read(
                Mode.PRODUCTION,
                Map.of(
                    "TLS_CERT", "a.pem, b.pem", "TLS_KEY", "a.key,b.key", "TLS_KEY_PASSWORD", "x"))
            .tls();
    assertThat(tls.files())
        .containsExactly(
            new CertificateFiles(Path.of("a.pem"), Path.of("a.key")),
            new CertificateFiles(Path.of("b.pem"), Path.of("b.key")));
    assertThat(tls.password()).isEqualTo(Secret.of("x"));
    assertThat(tls.toString()).doesNotContain("x]").contains("***");
    assertThat(faults.list()).isEmpty();
  }

  @Test
  void aCertificateWithoutAKeyHasItWithIt() {
    var both = Path.of("both.p12");
    assertThat(read(Mode.PRODUCTION, values("TLS_CERT=both.p12")).tls().files())
        .containsExactly(new CertificateFiles(both, both));
  }

  @Test
  void certificatesOfClientsAreAskedFor() {
    var tls =
        read(
                Mode.PRODUCTION,
                values("TLS_CERT=a.pem TLS_CLIENT_AUTH=require TLS_CLIENT_CA=clients.pem"))
            .tls();
    assertThat(tls.clients()).isEqualTo(ClientCertificates.REQUIRE);
    assertThat(tls.authorities()).isEqualTo(Optional.of(Path.of("clients.pem")));
    assertThat(faults.list()).isEmpty();
  }

  @Test
  void aSelfSignedCertificateIsForDevelopment() {
    assertThat(read(Mode.DEVELOPMENT, values("TLS=self-signed")).tls().selfSigned()).isPresent();
    assertThat(faults.list()).isEmpty();
    read(Mode.PRODUCTION, values("TLS=self-signed"));
    assertThat(faults.list()).singleElement().asString().contains("TLS is for development");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TLS=yes|TLS must be one of off, on, self-signed
          TLS=on|TLS goes with TLS_CERT
          TLS=self-signed TLS_CERT=a.pem|TLS goes without TLS_CERT
          TLS_CERT=a.pem,b.pem TLS_KEY=a.key|TLS_CERT must name as many files as TLS_KEY, which names 1
          TLS_CERT=a.pem TLS_CLIENT_AUTH=need|TLS_CLIENT_AUTH must be one of none, request, require
          TLS_CERT=a.pem TLS_CLIENT_AUTH=request|TLS_CLIENT_AUTH goes with TLS_CLIENT_CA
          HOST=unix:|HOST must have the path of a file
          PROXY_PROTOCOL_FROM=10.0.0.1/8|PROXY_PROTOCOL_FROM must be addresses or blocks
          TLS_HANDSHAKE_SECONDS_MAX=0|TLS_HANDSHAKE_SECONDS_MAX must be above 0
          """)
  void whatMakesNoSenseStopsTheStart(String settings, String fault) {
    read(Mode.DEVELOPMENT, values(settings));
    assertThat(faults.list()).singleElement().asString().contains(fault);
  }

  @Test
  void aPathThatTheKernelHasNoRoomForStopsTheStart() {
    read(Mode.PRODUCTION, Map.of("HOST", "unix:/" + "x".repeat(100)));
    assertThat(faults.list()).singleElement().asString().contains("at most 100 bytes");
  }

  @Test
  void theAddressSaysHttps() {
    var plain = ServerSettings.of("127.0.0.1", 0);
    assertThat(plain.withTls(TlsSettings.selfSigned(Path.of("x"))).address(8000))
        .isEqualTo("https://127.0.0.1:8000");
    assertThat(read(Mode.PRODUCTION, Map.of("HOST", "unix:/run/a.sock")).address(0, "/docs"))
        .isEqualTo("unix:/run/a.sock");
    assertThat(
            read(Mode.PRODUCTION, Map.of("PROXY_PROTOCOL_FROM", "10.0.0.0/8")).proxies().speaking())
        .hasSize(1);
    assertThat(faults.list()).isEmpty();
  }
}
