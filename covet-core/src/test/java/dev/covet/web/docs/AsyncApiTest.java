package dev.covet.web.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.schema.BodySchema;
import dev.covet.schema.CallerAccess;
import dev.covet.schema.Constraint;
import dev.covet.schema.Kind;
import dev.covet.schema.MessageSchemas;
import dev.covet.schema.ObjectSchema;
import dev.covet.schema.Operation;
import dev.covet.schema.Parameter;
import dev.covet.schema.Property;
import dev.covet.schema.Remarks;
import dev.covet.schema.ResponseSchema;
import dev.covet.schema.Schema;
import dev.covet.schema.UnionSchema;
import dev.covet.web.auth.SecurityScheme;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** S3.ep.ws: what is said over WebSockets is in a document of its own, with examples. */
class AsyncApiTest {
  private static final Schema TEXT = Schema.of(Kind.STRING, Constraint.notBlank());
  private static final ObjectSchema SAY =
      ObjectSchema.of("Say", "chat.Say", Property.of("text", TEXT));
  private static final ObjectSchema MOVE =
      ObjectSchema.of("Move", "chat.Move", Property.of("city", TEXT));
  private static final UnionSchema IN =
      UnionSchema.of(
          "In",
          "chat.In",
          "type",
          UnionSchema.variant("say", SAY.ref()),
          UnionSchema.variant("move", MOVE.ref()));

  private static String document(Docs docs, AppForms forms, Operation... operations) {
    return new String(docs.asyncApi(List.of(operations), forms), StandardCharsets.UTF_8);
  }

  private static String document(Operation... operations) {
    return document(Docs.title("Chat"), AppForms.NONE, operations);
  }

  private static Operation.Builder chat(BodySchema received, BodySchema sent) {
    return Operation.of("GET", "/chat/{room}", "Chat.chat")
        .takes(Parameter.path("room", Schema.of(Kind.INT, Constraint.atLeast("1"))))
        .talks(new MessageSchemas(received, sent));
  }

  @Test
  void eachObjectOfAChoiceHasAnExample() {
    assertThat(document(chat(BodySchema.json(IN.ref()), BodySchema.text()).responds()))
        .contains(
            "\"examples\":[{\"payload\":{\"type\":\"say\",\"text\":",
            "{\"payload\":{\"type\":\"move\",\"city\":\"Berlin\"}}]");
  }

  @Test
  void bytesHaveNoExampleAndListsDo() {
    var numbers = BodySchema.json(Schema.listOf(Schema.of(Kind.INT)));
    var document = document(chat(BodySchema.bytes(), numbers).responds());

    assertThat(document)
        .contains("{\"contentType\":\"application/octet-stream\",\"payload\":{}}")
        .contains("\"examples\":[{\"payload\":[1");
  }

  @Test
  void anErrorIsAsTheAppWritesIt() {
    assertThat(document(chat(BodySchema.text(), BodySchema.text()).responds()))
        .contains("{\"payload\":{\"error\":{\"code\":\"VALIDATION_ERROR\"")
        .contains("\"location\":[\"message\"],\"code\":\"missing\"");
  }

  @Test
  void parametersOfTheAddressAreToldInWordsAndByExample() {
    assertThat(document(chat(BodySchema.text(), BodySchema.text()).responds()))
        .contains(
            "\"parameters\":{\"room\":{\"description\":\"A value of `{\\\"type\\\":\\\"integer\\\"")
        .contains("\"examples\":[\"101\"]}}");
  }

  @Test
  void aChoiceInTheAddressHasItsValues() {
    var colors = new Schema.Choice("a.Color", List.of("red", "blue"), "");
    var operation =
        Operation.of("GET", "/paint/{color}", "Paint.paint")
            .takes(Parameter.path("color", colors))
            .talks(new MessageSchemas(BodySchema.text(), BodySchema.text()))
            .responds();
    assertThat(document(operation)).contains("\"color\":{\"enum\":[\"red\",\"blue\"]");
  }

  @Test
  void theQueryHasTextsDefaultsAndExamplesAndCookiesAreTold() {
    var operation =
        Operation.of("GET", "/news", "News.follow")
            .takes(
                Parameter.query("email", TEXT).with(Remarks.of("Who reads.")),
                Parameter.query("most", Schema.of(Kind.INT)).withDefault("10"),
                Parameter.cookie("theme", TEXT))
            .talks(new MessageSchemas(BodySchema.text(), BodySchema.text()))
            .responds(ResponseSchema.of(101));
    assertThat(document(operation))
        .contains("\"description\":\"Who reads.")
        .contains("\"examples\":[\"ada@example.com\"]")
        .contains("\"default\":10")
        .contains("Reads the cookie `theme`.")
        .contains("\"required\":[\"email\"]");
  }

  @Test
  void aServerHasAHostAndAPath() {
    var docs =
        Docs.title("Chat")
            .license("Apache 2.0", "https://www.apache.org/licenses/LICENSE-2.0")
            .server("https://api.example.org/v1", "Production")
            .server("/api");
    assertThat(document(docs, AppForms.NONE, chat(BodySchema.text(), BodySchema.text()).responds()))
        .contains(
            "\"servers\":{\"server1\":{\"host\":\"api.example.org\",\"protocol\":\"wss\","
                + "\"pathname\":\"/v1\",\"description\":\"Production\"}},")
        .contains("\"license\":{\"name\":\"Apache 2.0\"")
        .doesNotContain("server2");
  }

  @Test
  void whoMustSignInIsToldHow() {
    AppForms forms =
        new AppForms() {
          @Override
          public List<List<SecurityScheme>> signIns(CallerAccess rule) {
            return List.of(List.of(SecurityScheme.bearer("token")));
          }
        };
    var operation =
        chat(BodySchema.text(), BodySchema.text())
            .calledBy(CallerAccess.NONE.needing(Docs.class))
            .responds();
    assertThat(document(Docs.title("Chat"), forms, operation))
        .contains("\"security\":[{\"$ref\":\"#/components/securitySchemes/token\"}]")
        .contains("\"securitySchemes\":{\"token\":{\"type\":\"http\",\"scheme\":\"bearer\"");
  }
}
