package dev.covet.data.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Mode;
import dev.covet.base.config.Config;
import dev.covet.base.config.Source;
import dev.covet.base.config.StartFaults;
import dev.covet.base.loop.Loops;
import dev.covet.base.loop.ThreadMode;
import dev.covet.base.observe.Metrics;
import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** security.md D3: a password goes to no server so that others could read it. */
final class PasswordGuardTest {
  private static final Loops LOOPS = new Loops(ThreadMode.JDK, 1, new Metrics());

  @BeforeAll
  static void createUsers() {
    for (var way : List.of("password", "md5", "scram-sha-256")) PostgresServer.asksBy(way);
  }

  @AfterAll
  static void close() {
    LOOPS.close();
  }

  private static Driver open(String user) {
    return opened(PostgresServer.url().replace("postgres@", user + ":secret@"));
  }

  private static Driver opened(String url) {
    var config = Config.of(Mode.TEST, new StartFaults(), new Source[0]);
    return new PostgresOpener().target(url, config).open(DatabaseLimits.STANDARD, _ -> {}, LOOPS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"by_password", "by_md5"})
  void aServerThatAsksForAPasswordThatCouldBeReadGetsNone(String user) {
    assertThatThrownBy(() -> open(user).close())
        .isInstanceOf(DatabaseFault.class)
        .hasMessageContaining("in clear text, or by MD5, without TLS")
        .hasMessageNotContaining("secret");
  }

  /** The client would answer at any moment until it may ask something. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "R 0 0 0 8 0 0 0 0 R 0 0 0 8 0 0 0 3", // let in, and asked nevertheless
        "S R 0 0 0 8 0 0 0 3", // TLS that nobody asked for
        "S 0 0 0 8 a 0 b 0 R 0 0 0 c 0 0 0 5 1 2 3 4",
        "N 0 0 0 6 M 0 R 0 0 0 8 0 0 0 3"
      })
  void aPeerThatPretendsToBeAServerGetsNone(String says) throws Exception {
    try (var peer = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var heard = new FutureTask<>(() -> heardBy(peer, bytes(says)));
      Thread.ofVirtual().start(heard);
      var url =
          "postgresql://ann:secret@127.0.0.1:%s/d?sslmode=disable".formatted(peer.getLocalPort());

      assertThatThrownBy(() -> opened(url).close()).isInstanceOf(DatabaseFault.class);
      assertThat(heard.get(20, TimeUnit.SECONDS)).doesNotContain("p").doesNotContain("secret");
    }
  }

  /** Letters as they are, and hexadecimal digits. */
  private static byte[] bytes(String says) {
    var bytes = new ByteArrayOutputStream();
    for (var each : says.split(" ", -1)) {
      bytes.write(each.matches("[0-9a-f]") ? Integer.parseInt(each, 16) : each.charAt(0));
    }
    return bytes.toByteArray();
  }

  /** What comes after the first message, until the end. */
  private static String heardBy(ServerSocket peer, byte[] says) throws IOException {
    try (var client = peer.accept()) {
      client.setSoTimeout(2_000);
      var in = new DataInputStream(client.getInputStream());
      in.skipNBytes(in.readInt() - 4);
      for (var each : says) {
        client.getOutputStream().write(each);
        client.getOutputStream().flush();
      }
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (SocketException | SocketTimeoutException _) {
      return "";
    }
  }

  @Test
  void aServerThatNeverSeesThePasswordIsAnswered() {
    try (var driver = open("by_scram_sha_256")) {
      assertThat(driver.missing(List.of())).isEmpty();
    }
  }
}
