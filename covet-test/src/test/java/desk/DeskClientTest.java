package desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.covet.app.Covet;
import dev.covet.base.codec.Codecs;
import dev.covet.base.codec.HeldCodecs;
import dev.covet.gen.ClientCall;
import dev.covet.test.TestClient;
import dev.covet.web.http.Method;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a generated client sends beside a body. */
class DeskClientTest {
  @AutoClose private final TestClient http = TestClient.of(Covet.app().add(Desk.class));

  private final DeskClient client = new DeskClient(http);

  @Test
  void itSendsMapsByTheirNames() {
    assertThat(client.filter(Map.of("a[x]", "\u00e9&="), 2, null))
        .isEqualTo("{a[x]=\u00e9&=} 2 null");
    assertThat(client.colors(Optional.of(Map.of("a", Set.of(Color.BLUE)))))
        .isEqualTo("Optional[{a=[BLUE]}]");
    assertThat(client.colors(Optional.empty())).isEqualTo("Optional.empty");
    assertThat(client.marks(null)).isEqualTo("none");
    var marks = new LinkedHashMap<String, int[]>();
    marks.put("z", new int[] {2, 1});
    marks.put("a", new int[] {3});
    assertThat(client.marks(marks)).isEqualTo("[z[2, 1], a[3]]");
    assertThat(client.offer(new Desk.Offer(3, Map.of("b", new BigDecimal("1.50")))))
        .isEqualTo("Offer[days=3, prices={b=1.50}]");
    assertThat(client.notes("Ann", Map.of("b", 2), "x")).isEqualTo("x{b=2}Annnull");
  }

  @Test
  void itSendsEachElementOfAnArray() {
    assertThat(client.picks(new int[] {2, 1}, new Color[] {Color.RED}, List.of("x", "y")))
        .isEqualTo("[2, 1][RED][x, y]");
  }

  @Test
  void aMapThatWouldBeReadAsAnotherValueIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.filter(Map.of("query", "a"), 1, null))
        .withMessage("query would be read as another value of the route");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.filter(Map.of("page", "2"), 1, null));
  }

  @Test
  void anArrayThatAHeaderCannotHoldIsRefusedAsAListIs() {
    var call = ClientCall.of(http, Method.GET, "/");
    var texts = HeldCodecs.array(Codecs.STRING, String[]::new);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> call.header("X-Tags", texts, new String[] {"a,b", ""}))
        .withMessageContaining("X-Tags");
  }
}
