package outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.JsonValue;
import dev.covet.app.Covet;
import dev.covet.base.codec.Codecs;
import dev.covet.base.json.Json;
import dev.covet.client.Http;
import dev.covet.test.TestClient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Webhooks and callbacks: what is sent to addresses that clients name, and what is told of it. */
@SuppressWarnings("deprecation") // a webhook may be deprecated, and is called all the same
class WebhooksTest {
  private static final Json JSON = new Json();
  private static final Payment PAYMENT =
      new Payment(7, 250, true, "4111", URI.create("https://shop.example/hook"));

  @AutoClose private final Http http = Http.standard();
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
  private final PaymentHooks hooks = new PaymentHooksCalls(url -> http.at(url.toString()));

  private Answering noting(int status, String text) {
    return new Answering(exchange -> {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      seen.add((exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body).strip());
      Answering.send(exchange, status, text);
    });
  }

  @Test
  void whatGoesOutIsWhatOurResponsesHave() {
    try (var shop = noting(200, "{\"ship\": true}")) {
      var verdict = hooks.paid(URI.create(shop.url() + "/hook"), PAYMENT, 1);
      assertThat(verdict).isEqualTo(new Verdict(true, 0));
      hooks.closed(URI.create(shop.url()), PAYMENT, "late");
      assertThat(seen)
          .containsExactly(
              "POST /hook {\"id\":7,\"cents\":250,\"paid\":true,\"callbackUrl\":\"https://shop.example/hook\"}",
              "PUT /?reason=late {\"id\":7,\"cents\":250,\"paid\":true,\"callbackUrl\":\"https://shop.example/hook\"}");
    }
  }

  @Test
  void anErrorThatTheMethodNamesIsThrown() {
    try (var shop = noting(410, "gone")) {
      assertThatThrownBy(() -> hooks.paid(URI.create(shop.url()), PAYMENT, 1))
          .isInstanceOf(Gone.class);
    }
  }

  /** Security.md O1. */
  @Test
  void anAppCallsNoAddressThatItsClientsCouldNotReach() {
    try (var shop = noting(200, "{\"ship\": true}");
        var client = TestClient.of(Covet.app().add(Payments.class))) {
      for (var url : List.of(shop.url(), "https://10.0.0.1/", "ftp://x", "/relative")) {
        var answer =
            client.post(
                "/payments", "{\"cents\":1,\"card\":\"4\",\"callbackUrl\":\"" + url + "\"}");
        assertThat(answer.status()).as(url).isEqualTo(400);
        assertThat(answer.text()).contains("This URL cannot be called");
      }
      assertThat(seen).isEmpty();
    }
  }

  @Test
  void aTestReplacesAWebhookAsAnyService() {
    var fake =
        new PaymentHooks() {
          @Override
          public Verdict paid(URI url, Payment payment, @Nullable Integer attempt) {
            seen.add(url + " " + payment.cents());
            return new Verdict(false, 1);
          }

          @Override
          @Deprecated
          public void closed(URI url, Payment payment, @Nullable String reason) {}

          @Override
          public void tried(URI url) {}
        };
    var app = Covet.app().add(Payments.class).override(PaymentHooks.class, fake);
    try (var client = TestClient.of(app)) {
      client.post("/payments", "{\"cents\":1,\"card\":\"4\",\"callbackUrl\":\"https://x.org\"}");
      assertThat(seen).containsExactly("https://x.org 1");
    }
  }

  private static JsonValue document() {
    var app = Covet.app().add(Payments.class, PaymentHooks.class);
    try (var client = TestClient.of(app)) {
      return JSON.read(client.get("/openapi.json").bytes(), Codecs.VALUE);
    }
  }

  private static Map<String, JsonValue> members(JsonValue value, String... way) {
    var here = value;
    for (var step : way) here = members(here).getOrDefault(step, JsonValue.NULL);
    return here instanceof JsonValue.Members(var members) ? members : Map.of();
  }

  private static String text(Map<String, JsonValue> members) {
    return new String(
        JSON.write(Codecs.VALUE, new JsonValue.Members(members)), StandardCharsets.UTF_8);
  }

  @Test
  void aWebhookThatIsAddedStandsInTheDocument() {
    var document = document();
    var webhooks = members(document, "webhooks");
    assertThat(webhooks).containsOnlyKeys("paymentHooksPaid", "paymentHooksClosed");
    assertThat(text(members(document, "webhooks", "paymentHooksPaid", "post")))
        .isEqualTo(
            ("{'operationId':'paymentHooksPaid','tags':['PaymentHooks'],"
                    + "'summary':'A payment has come in.','description':'It may be told twice.',"
                    + "'parameters':[{'name':'Attempt','in':'header',"
                    + "'description':'how often it was tried',"
                    + "'schema':{'type':'integer','format':'int32'}}],"
                    + "'requestBody':{'required':true,'content':{'application/json':"
                    + "{'schema':{'$ref':'#/components/schemas/Payment'}}}},"
                    + "'responses':{'2XX':{'description':'what to do next','content':"
                    + "{'application/json':{'schema':{'$ref':'#/components/schemas/VerdictCreate'}}}},"
                    + "'410':{'description':'The person has left.'},"
                    + "'default':{'description':'Any other answer: the call has failed.'}}}")
                .replace('\'', '"'));
    assertThat(members(document, "webhooks", "paymentHooksClosed", "put"))
        .containsEntry("deprecated", new JsonValue.Bool(true));
  }

  @Test
  void aCallbackStandsAtTheAddressThatItsRequestNames() {
    var document = document();
    var inBody = members(document, "paths", "/payments", "post", "callbacks");
    assertThat(inBody).containsOnlyKeys("paymentHooksPaid", "paymentHooksClosed");
    var called =
        members(
            new JsonValue.Members(inBody),
            "paymentHooksPaid",
            "{$request.body#/callbackUrl}",
            "post");
    assertThat(called).doesNotContainKey("operationId");
    assertThat(called.get("requestBody"))
        .isEqualTo(members(document, "webhooks", "paymentHooksPaid", "post").get("requestBody"));
    assertThat(
            members(document, "paths", "/payments/later", "post", "callbacks", "paymentHooksPaid"))
        .containsOnlyKeys("{$request.query.back}");
  }

  @Test
  void theBodyOfAWebhookIsTheSchemaOfResponses() {
    var document = document();
    var schemas = members(document, "components", "schemas");
    assertThat(schemas.keySet())
        .contains("Payment", "PaymentCreate", "Verdict", "VerdictCreate")
        .noneMatch(name -> name.matches(".*\\d"));
    assertThat(members(document, "components", "schemas", "Payment", "properties"))
        .containsOnlyKeys("id", "cents", "paid", "callbackUrl");
  }
}
