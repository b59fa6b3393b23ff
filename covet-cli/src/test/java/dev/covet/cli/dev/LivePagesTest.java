package dev.covet.cli.dev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.web.address.Peer;
import dev.covet.web.http.Method;
import dev.covet.web.http.Request;
import dev.covet.web.http.RequestHead;
import dev.covet.web.message.RequestBody;
import java.net.InetSocketAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may see what is wrong with the sources. */
class LivePagesTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, localhost:8000, true",
    "127.0.0.1, 127.0.0.1:8000, true",
    "::1, [::1]:8000, true",
    "127.0.0.1, evil.example:8000, false",
    "192.0.2.7, localhost:8000, false",
    "192.0.2.7, 127.0.0.1, false",
    "2001:db8::7, [::1]:8000, false"
  })
  void onlySomebodyOnThisMachineWhoCallsItByItsOwnNameSeesSources(
      String from, String host, boolean isOwn) {
    var peer = Peer.of(new InetSocketAddress(from, 50_000), "c1");
    var head = RequestHead.of(Method.GET, "/").authority(host).peer(peer).build();

    assertThat(LivePages.isOwn(Request.of(head, RequestBody.none()))).isEqualTo(isOwn);
  }
}
