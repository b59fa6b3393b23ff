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
import java.util.List;
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
    var url = PostgresServer.url().replace("postgres@", user + ":secret@");
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

  @Test
  void aServerThatNeverSeesThePasswordIsAnswered() {
    try (var driver = open("by_scram_sha_256")) {
      assertThat(driver.missing(List.of())).isEmpty();
    }
  }
}
