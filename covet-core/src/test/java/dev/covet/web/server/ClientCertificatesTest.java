package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Forbidden;
import dev.covet.api.Mode;
import dev.covet.base.config.Config;
import dev.covet.base.config.Source;
import dev.covet.base.config.StartFailure;
import dev.covet.base.config.StartFaults;
import dev.covet.web.address.Peer;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Headers;
import dev.covet.web.http.Method;
import dev.covet.web.http.Request;
import dev.covet.web.http.RequestHead;
import dev.covet.web.http.Response;
import dev.covet.web.message.RequestBody;
import dev.covet.web.middleware.CrossSite;
import dev.covet.web.server.tls.ClientCertificates;
import dev.covet.web.server.tls.TlsSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** security.md X1: mutual TLS. */
@ExtendWith(NoLeaks.class)
final class ClientCertificatesTest {
  private static final Handler WHO =
      request ->
          Response.text(
              request
                  .certificate()
                  .map(each -> each.getSubjectX500Principal().getName())
                  .orElse("nobody"));

  @TempDir Path folder;

  private RunningServer server(ClientCertificates clients) {
    var authorities = TestKey.CLIENT.in(folder).certificate();
    var tls = TlsSettings.of(TestKey.ONE.in(folder)).withClients(clients, authorities);
    return RunningServer.of(WHO, ServerSettings.of("127.0.0.1", 0).withTls(tls));
  }

  private static String asked(RunningServer server, TlsSocket by) throws IOException {
    try (var client = by.connect(server)) {
      return client.send("GET / HTTP/1.1\r\nHost: one.example\r\n\r\n").answer().body();
    }
  }

  @ParameterizedTest
  @CsvSource({"NONE, nobody", "REQUEST, CN=client.example", "REQUIRE, CN=client.example"})
  void aHandlerKnowsTheCertificateThatWasShown(ClientCertificates clients, String who)
      throws Exception {
    try (var server = server(clients)) {
      for (var version : new String[] {"TLSv1.3", "TLSv1.2"}) {
        var client = TlsSocket.to("one.example").by(version).as(TestKey.CLIENT);
        assertThat(asked(server, client)).isEqualTo(who);
      }
    }
  }

  @Test
  void whoIsOnlyAskedMayGoWithout() throws Exception {
    try (var server = server(ClientCertificates.REQUEST)) {
      assertThat(asked(server, TlsSocket.to("one.example"))).isEqualTo("nobody");
    }
  }

  @Test
  void nobodyIsLetInWithoutOneThatIsRequired() throws Exception {
    try (var server = server(ClientCertificates.REQUIRE)) {
      assertThatThrownBy(() -> asked(server, TlsSocket.to("one.example")))
          .isInstanceOf(IOException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"REQUEST", "REQUIRE"})
  void oneThatNobodyVouchesForIsRefused(ClientCertificates clients) throws Exception {
    try (var server = server(clients)) {
      var stranger = TlsSocket.to("one.example").as(TestKey.INNER);
      assertThatThrownBy(() -> asked(server, stranger)).isInstanceOf(IOException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Host: one.example, 200",
    "Host: ONE.example:8443, 200",
    "Host: one.example., 200",
    "Host: two.example, 421",
    "Host: one.example.evil.example, 421"
  })
  void aRequestForAnotherHostThanThatOfTheConnectionIsMisdirected(String field, int status)
      throws Exception {
    try (var server = server(ClientCertificates.REQUIRE);
        var client = TlsSocket.to("one.example").as(TestKey.CLIENT).connect(server)) {
      var answer = client.send("GET / HTTP/1.1\r\n" + field + "\r\n\r\n").answer();
      assertThat(answer.status()).isEqualTo(status);
    }
  }

  @Test
  void theTargetCountsMoreThanHost() throws Exception {
    try (var server = server(ClientCertificates.REQUIRE);
        var client = TlsSocket.to("one.example").as(TestKey.CLIENT).connect(server)) {
      var target = "GET https://two.example/ HTTP/1.1\r\nHost: one.example\r\n\r\n";
      assertThat(client.send(target).answer().status()).isIn(400, 421);
    }
  }

  @Test
  void withoutCertificatesOfClientsAnyHostWillDo() throws Exception {
    try (var server = server(ClientCertificates.NONE);
        var client = TlsSocket.to("one.example").connect(server)) {
      var answer = client.send("GET / HTTP/1.1\r\nHost: two.example\r\n\r\n").answer();
      assertThat(answer.status()).isEqualTo(200);
    }
  }

  /** security.md C4: a browser shows it by itself, whatever page has made it ask. */
  @Test
  void aPageOfAnotherSiteMustNotSendWithACertificate() {
    var values = Map.of("TLS_CLIENT_AUTH", "request");
    var config = Config.of(Mode.PRODUCTION, new StartFaults(), Source.code(values));
    var guard = CrossSite.from(config).orElseThrow();
    var known = Peer.of(new InetSocketAddress(0), "1");
    var shown = known.secured(Optional.of(TestKey.CLIENT.certificate()));
    assertThatThrownBy(() -> guard.handle(posted(shown, "cross-site"), WHO))
        .isInstanceOf(Forbidden.class);
    assertThat(guard.handle(posted(shown, "same-origin"), WHO).status()).isEqualTo(200);
    assertThat(guard.handle(posted(known, "cross-site"), WHO).status()).isEqualTo(200);
    var without = Config.of(Mode.PRODUCTION, new StartFaults(), Source.code(Map.of()));
    assertThat(CrossSite.from(without)).isEmpty();
  }

  private static Request posted(Peer peer, String site) {
    var head =
        RequestHead.of(Method.POST, "/").headers(Headers.of("Sec-Fetch-Site", site)).peer(peer);
    return Request.of(head.build(), RequestBody.none());
  }

  @Test
  void authoritiesThatCannotBeReadStopTheStart() throws Exception {
    var empty = folder.resolve("none.pem");
    Files.writeString(empty, "");
    var tls = TlsSettings.of(TestKey.ONE.in(folder)).withClients(ClientCertificates.REQUIRE, empty);
    assertThatThrownBy(
            () -> RunningServer.of(WHO, ServerSettings.of("127.0.0.1", 0).withTls(tls)).close())
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("no certificate is in " + empty);
  }
}
