package dev.covet.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.web.server.ServerSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a program says to whoever started it. */
class StartLinesTest {
  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, http://127.0.0.1:8000/docs",
    "'::', http://127.0.0.1:8000/docs",
    "'::1', http://[::1]:8000/docs",
    "'[::1]', http://[::1]:8000/docs",
    "'[::]', http://127.0.0.1:8000/docs",
    "localhost, http://localhost:8000/docs",
  })
  void theAddressIsOneThatABrowserOnThisMachineOpens(String host, String address) {
    assertThat(ServerSettings.of(host, 0).address(8_000) + "/docs").isEqualTo(address);
  }
}
