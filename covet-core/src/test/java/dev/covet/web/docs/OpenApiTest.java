package dev.covet.web.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.schema.BodySchema;
import dev.covet.schema.Constraint;
import dev.covet.schema.Kind;
import dev.covet.schema.ObjectSchema;
import dev.covet.schema.Operation;
import dev.covet.schema.Parameter;
import dev.covet.schema.Property;
import dev.covet.schema.ResponseSchema;
import dev.covet.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** S4.docs, and idea 2 of the table in beyond.md: one record, three schemas. */
class OpenApiTest {
  private static final JsonMapper JSON = new JsonMapper();

  static final ObjectSchema TEAM =
      ObjectSchema.of(
          "Team",
          "heroes.Team",
          Property.of("id", Schema.of(Kind.LONG)).asReadOnly(),
          Property.of("name", Schema.of(Kind.STRING, Constraint.notBlank())),
          Property.of("heroes", Schema.listOf(Schema.ref("Hero", OpenApiTest::hero))).asReadOnly());

  static final ObjectSchema HERO =
      ObjectSchema.of(
              "Hero",
              "heroes.Hero",
              Property.of("id", Schema.of(Kind.LONG)).asReadOnly(),
              Property.of(
                      "name", Schema.of(Kind.STRING, Constraint.notBlank(), Constraint.size(0, 80)))
                  .described("What the papers call them."),
              Property.of("secret_name", Schema.of(Kind.STRING, Constraint.notBlank())),
              Property.of(
                      "age",
                      Schema.of(Kind.INT, Constraint.atLeast("0"), Constraint.atMost("10000"))
                          .orNull())
                  .asOptional(),
              Property.of("password", Schema.of(Kind.SECRET)).asWriteOnly().asOptional(),
              Property.of("state", Schema.choice("State", "", "TODO", "DONE"))
                  .withDefault("\"TODO\""),
              Property.of("team", Schema.ref("Team", () -> TEAM).orNull()).asOptional())
          .described("A hero.");

  private static ObjectSchema hero() {
    return HERO;
  }

  private static final Operation CREATE =
      Operation.of("POST", "/heroes", "Heroes.create")
          .described("Adds a hero.", "Names are unique.")
          .reads(BodySchema.json(HERO.ref()))
          .responds(
              ResponseSchema.of(201, BodySchema.json(HERO.ref())),
              ResponseSchema.error(409, "CONFLICT", "The name is taken."),
              ResponseSchema.error(409, "TEAM_FULL", "The team has no free place."),
              ResponseSchema.error(422, "VALIDATION_ERROR", ""));

  private static final Operation UPDATE =
      Operation.of("PATCH", "/heroes/{id}", "Heroes.update")
          .takes(Parameter.path("id", Schema.of(Kind.LONG)))
          .reads(BodySchema.json(Schema.changesOf(HERO.ref())))
          .responds(ResponseSchema.of(200, BodySchema.json(HERO.ref())));

  private static final Operation LIST =
      Operation.of("GET", "/heroes", "Heroes.list")
          .takes(
              Parameter.query("limit", Schema.of(Kind.INT, Constraint.atLeast("1")))
                  .withDefault("10"))
          .deprecated()
          .responds(ResponseSchema.of(200, BodySchema.json(Schema.listOf(HERO.ref()))));

  private static final Operation DELETE =
      Operation.of("DELETE", "/heroes/{id}", "Heroes.delete")
          .takes(Parameter.path("id", Schema.of(Kind.LONG)))
          .responds(ResponseSchema.of(204));

  static JsonNode document(Operation... operations) {
    return read(Docs.title("Shop").version("2"), operations);
  }

  static JsonNode read(Docs docs, Operation... operations) {
    return JSON.readTree(docs.openApi(List.of(operations)));
  }

  static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(element -> texts.add(element.asString()));
    return texts;
  }

  static JsonNode schema(JsonNode document, String name) {
    return document.at("/components/schemas/" + name);
  }

  @Test
  void aRecordHasThreeSchemasWhereTheyDiffer() {
    var document = document(CREATE, UPDATE);

    assertThat(schema(document, "Hero").get("properties").propertyNames())
        .containsExactly("id", "name", "secret_name", "age", "state", "team");
    assertThat(texts(schema(document, "Hero").get("required")))
        .containsExactly("id", "name", "secret_name", "age", "state", "team");
    assertThat(schema(document, "HeroCreate").get("properties").propertyNames())
        .containsExactly("name", "secret_name", "age", "password", "state", "team");
    assertThat(texts(schema(document, "HeroCreate").get("required")))
        .containsExactly("name", "secret_name");
    assertThat(schema(document, "HeroUpdate").has("required")).isFalse();
    assertThat(schema(document, "HeroUpdate").get("properties").has("id")).isFalse();
  }

  @Test
  void aRecordThatIsTheSameFromBothSidesHasOneSchema() {
    var point =
        ObjectSchema.of(
            "Point",
            "a.Point",
            Property.of("x", Schema.of(Kind.INT)),
            Property.of("y", Schema.of(Kind.INT)));
    var document =
        document(
            Operation.of("POST", "/points", "Points.echo")
                .reads(BodySchema.json(point.ref()))
                .responds(ResponseSchema.of(200, BodySchema.json(point.ref()))));

    assertThat(document.at("/components/schemas").propertyNames())
        .contains("Point")
        .doesNotContain("PointCreate", "PointUpdate");
  }

  @Test
  void aRecordOnlyReadKeepsItsNameThoughPartsAreOptional() {
    var note =
        ObjectSchema.of(
            "NewNote", "a.NewNote", Property.of("text", Schema.of(Kind.STRING)).asOptional());
    var document =
        document(
            Operation.of("POST", "/notes", "Notes.add")
                .reads(BodySchema.json(note.ref()))
                .responds(ResponseSchema.of(204)));

    assertThat(document.at("/components/schemas").propertyNames())
        .contains("NewNote")
        .doesNotContain("NewNoteCreate");
  }

  @Test
  void twoRecordsOfOneNameAreBothThere() {
    var one = ObjectSchema.of("Item", "a.Item", Property.of("a", Schema.of(Kind.INT)));
    var two = ObjectSchema.of("Item", "b.Item", Property.of("b", Schema.of(Kind.INT)));
    var document =
        document(
            Operation.of("GET", "/a", "As.one")
                .responds(ResponseSchema.of(200, BodySchema.json(one.ref()))),
            Operation.of("GET", "/b", "Bs.two")
                .responds(ResponseSchema.of(200, BodySchema.json(two.ref()))));

    assertThat(schema(document, "AItem").get("properties").has("a")).isTrue();
    assertThat(schema(document, "BItem").get("properties").has("b")).isTrue();
    assertThat(document.at("/components/schemas").has("Item")).isFalse();
  }

  @Test
  void limitsAreSaidInTheWordsOfJsonSchema() {
    var document = document(CREATE);

    var name = (ObjectNode) schema(document, "HeroCreate").at("/properties/name");
    assertThat(name.remove("pattern").asString()).isEqualTo(ConstraintWords.NOT_BLANK);
    assertThat(name)
        .isEqualTo(
            JSON.readTree(
                """
                {"type": "string", "minLength": 1, "maxLength": 80,
                 "description": "What the papers call them."}
                """));
    assertThat(schema(document, "Hero").at("/properties/age"))
        .isEqualTo(
            JSON.readTree(
                """
                {"type": ["integer", "null"], "format": "int32", "minimum": 0, "maximum": 10000}
                """));
    assertThat(schema(document, "HeroCreate").at("/properties/state"))
        .isEqualTo(
            JSON.readTree("{\"$ref\": \"#/components/schemas/State\", \"default\": \"TODO\"}"));
  }

  @Test
  void aRecordThatRefusesUnknownFieldsHasASchemaForInputOfItsOwn() {
    var strict = ObjectSchema.of("Strict", "a.Strict", Property.of("x", Schema.of(Kind.INT)));
    var type = strict.asStrict();
    var document =
        document(
            Operation.of("GET", "/x", "Xs.get")
                .responds(ResponseSchema.of(200, BodySchema.json(type.ref()))),
            Operation.of("POST", "/x", "Xs.post")
                .reads(BodySchema.json(type.ref()))
                .responds(ResponseSchema.of(204)));

    assertThat(schema(document, "StrictCreate").get("additionalProperties").asBoolean()).isFalse();
    assertThat(schema(document, "Strict").has("additionalProperties")).isFalse();
  }

  @Test
  void twoEnumsOfOneNameAndARecordCalledLikeThemAreThreeComponents() {
    var record = ObjectSchema.of("State", "c.State", Property.of("x", Schema.of(Kind.INT)));
    var type =
        ObjectSchema.of(
            "Some",
            "a.Some",
            Property.of("a", Schema.choice("a.State", "", "ON")),
            Property.of("b", Schema.choice("b.State", "", "OFF").orNull()),
            Property.of("c", record.ref()));
    var document =
        document(
            Operation.of("GET", "/x", "Xs.x")
                .responds(ResponseSchema.of(200, BodySchema.json(type.ref()))));

    assertThat(schema(document, "AState").at("/enum/0").asString()).isEqualTo("ON");
    assertThat(schema(document, "BState").at("/enum/0").asString()).isEqualTo("OFF");
    assertThat(schema(document, "CState").at("/properties").has("x")).isTrue();
    assertThat(schema(document, "Some").at("/properties/b/anyOf/0/$ref").asString())
        .isEqualTo("#/components/schemas/BState");
  }

  @Test
  void templatesThatAreOnePathToOpenApiAreOnePath() {
    var put =
        Operation.of("PUT", "/heroes/{heroId}", "Heroes.put")
            .takes(Parameter.path("heroId", Schema.of(Kind.LONG)).described("Whose it is."))
            .responds(ResponseSchema.of(204));
    var document = document(DELETE, put);

    assertThat(document.get("paths").propertyNames()).containsExactly("/heroes/{id}");
    var parameter = document.at("/paths/~1heroes~1{id}/put/parameters/0");
    assertThat(parameter.get("name").asString()).isEqualTo("id");
    assertThat(parameter.get("description").asString())
        .isEqualTo("Whose it is.\n\nError responses call it `heroId`.");
  }

  @Test
  void aBodyMayBeLeftOut() {
    var body = Operation.of("POST", "/x", "Xs.x").mayRead(BodySchema.json(TEAM.ref().orNull()));
    var post = document(body.responds(ResponseSchema.of(204))).at("/paths/~1x/post/requestBody");

    assertThat(post.has("required")).isFalse();
    assertThat(post.at("/content/application~1json/schema/anyOf/1/type").asString())
        .isEqualTo("null");
  }

  @Test
  void whatABodyThatIsNotThereMeansIsInItsSchema() {
    var body =
        Operation.of("POST", "/x", "Xs.x")
            .mayRead(BodySchema.json(Schema.listOf(TEAM.ref())).withDefault("[]"));
    var post = document(body.responds(ResponseSchema.of(204))).at("/paths/~1x/post/requestBody");

    assertThat(post.has("required")).isFalse();
    assertThat(post.at("/content/application~1json/schema/default").isArray()).isTrue();
  }

  @Test
  void anErrorAndABodyOfOneStatusAreBothThere() {
    var operation =
        Operation.of("GET", "/x", "Xs.x")
            .responds(
                ResponseSchema.of(409, BodySchema.text()),
                ResponseSchema.error(409, "CONFLICT", "Taken."));

    assertThat(document(operation).at("/paths/~1x/get/responses/409/content").propertyNames())
        .containsExactly("text/plain", "application/json", "application/problem+json");
  }

  @Test
  void severalErrorsOfOneStatusAreOneResponseThatNamesTheirCodes() {
    var responses = document(CREATE).at("/paths/~1heroes/post/responses");

    assertThat(responses.propertyNames()).containsExactly("201", "409", "422", "default");
    assertThat(responses.at("/409/description").asString())
        .isEqualTo("`CONFLICT`: The name is taken.\n\n`TEAM_FULL`: The team has no free place.");
    assertThat(responses.at("/409/content").propertyNames())
        .containsExactly("application/json", "application/problem+json");
    assertThat(responses.at("/409/content/application~1json/schema/$ref").asString())
        .isEqualTo("#/components/schemas/ErrorEnvelope");
    assertThat(responses.at("/422/description").asString())
        .isEqualTo("`VALIDATION_ERROR`: Unprocessable Content");
  }

  @Test
  void theErrorBodyFollowsTheErrorFormat() {
    var own =
        ObjectSchema.of("Body", "a.ShortErrors.Body", Property.of("text", Schema.of(Kind.STRING)));
    var usual = Docs.title("Shop");
    var document = read(usual, CREATE.failing(own.ref()).failing(Schema.any()));

    assertThat(
            document
                .at("/paths/~1heroes/post/responses/409/content/application~1json/schema/$ref")
                .asString())
        .isEqualTo("#/components/schemas/Body");
    assertThat(document.at("/components/schemas").propertyNames()).doesNotContain("ErrorEnvelope");
    var mixed = read(usual, CREATE.failing(own.ref()), LIST.failing(Schema.any()), DELETE);
    assertThat(mixed.at(DEFAULT.formatted("~1heroes/post")).toString()).contains("schemas/Body");
    assertThat(mixed.at(DEFAULT.formatted("~1heroes/get")).toString()).isEqualTo("{}");
    assertThat(mixed.at(DEFAULT.formatted("~1heroes~1{id}/delete")).toString())
        .contains("schemas/ErrorEnvelope");
  }

  private static final String DEFAULT =
      "/paths/%s/responses/default/content/application~1json/schema";

  @Test
  void idsTagsTextsAndDefaultsAreThere() {
    var document = document(CREATE, LIST, DELETE);
    var create = document.at("/paths/~1heroes/post");
    var list = document.at("/paths/~1heroes/get");

    assertThat(create.get("operationId").asString()).isEqualTo("heroesCreate");
    assertThat(create.at("/tags/0").asString()).isEqualTo("Heroes");
    assertThat(create.get("summary").asString()).isEqualTo("Adds a hero.");
    assertThat(create.get("description").asString()).isEqualTo("Names are unique.");
    assertThat(list.get("deprecated").asBoolean()).isTrue();
    assertThat(list.at("/parameters/0/schema/default").asInt()).isEqualTo(10);
    assertThat(list.at("/parameters/0").has("required")).isFalse();
    assertThat(document.at("/paths/~1heroes~1{id}/delete/parameters/0/required").asBoolean())
        .isTrue();
    assertThat(document.at("/paths/~1heroes~1{id}/delete/responses/204/description").asString())
        .isEqualTo("No Content");
    assertThat(document.at("/info/title").asString()).isEqualTo("Shop");
    assertThat(document.at("/info/version").asString()).isEqualTo("2");
  }

  @Test
  void everyReferenceInTheDocumentLeadsSomewhere() {
    var document = document(CREATE, UPDATE, LIST, DELETE);
    var references =
        document.findValues("$ref").stream().map(JsonNode::asString).distinct().toList();

    assertThat(references).isNotEmpty();
    assertThat(references)
        .allSatisfy(ref -> assertThat(document.at(ref.substring(1)).isObject()).as(ref).isTrue());
  }

  @Test
  void anEditHasTheLastWord() {
    var docs = Docs.title("Shop").edit(json -> json.put("x-team", "core"));

    assertThat(read(docs, LIST).get("x-team").asString()).isEqualTo("core");
    assertThatThrownBy(() -> docs.edit(json -> json.put("x", new Object())).openApi(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theSameOperationsGiveTheSameBytes() {
    var docs = Docs.title("Shop");

    assertThat(docs.openApi(List.of(CREATE, UPDATE)))
        .isEqualTo(docs.openApi(List.of(CREATE, UPDATE)));
  }

  @Test
  void textsOfEveryKindAreWrittenAsJson() {
    var odd = "quote \" back \\ line \n tab \t bell \u0007 face \uD83D\uDE00 lone \uD83D end";
    var json = Docs.title(odd).openApi(List.of());

    assertThat(JSON.readTree(json).at("/info/title").asString()).isEqualTo(odd);
    assertThat(new String(json, StandardCharsets.UTF_8)).contains("\\ud83d end");
  }

  @Test
  void oneIdTwiceAndOneRouteTwiceAreRefusedByName() {
    var twin = Operation.of("GET", "/heroes", "Heroes.create").responds(ResponseSchema.of(204));

    assertThatThrownBy(() -> Docs.title("Heroes").openApi(List.of(CREATE, LIST, twin)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Heroes.create and Heroes.create have one operation id, heroesCreate. Rename one of"
                + " them.\n"
                + "Heroes.list and Heroes.create both answer GET /heroes. Give one of them another"
                + " path or method.");
  }

  @Test
  void aHiddenOperationIsLeftOut() {
    var hidden = Operation.of("GET", "/x", "Xs.x").hidden().responds(ResponseSchema.of(204));

    assertThat(document(hidden).get("paths").propertyNames()).isEmpty();
  }
}
