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
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** D61, D62 and what else a document says of values: what the server does. */
class DocumentedValuesTest {
  private static final JsonMapper JSON = new JsonMapper();

  private static final Operation PLAIN =
      Operation.of("GET", "/plain", "Plains.plain").responds(ResponseSchema.of(204));

  @Test
  void whatIsBlankInTheDocumentIsBlankInJava() {
    var pattern = Pattern.compile(ConstraintWords.NOT_BLANK);

    assertThat(
            IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .mapToObj(Character::toString)
                .filter(each -> pattern.matcher(each).find() == each.isBlank())
                .toList())
        .isEmpty();
  }

  @Test
  void aScaleIsToldAndNoMultipleThatFloatingPointBreaks() {
    var price = limited(Kind.DECIMAL, Constraint.digits(8, 2));

    assertThat(price.has("multipleOf")).isFalse();
    assertThat(price.get("description").asString())
        .isEqualTo("At most 2 digits after the decimal point, zeros at the end included.");
    assertThat(price.get("exclusiveMaximum").decimalValue()).isEqualByComparingTo("100000000");
    assertThat(price.get("exclusiveMinimum").decimalValue()).isEqualByComparingTo("-100000000");
    assertThat(limited(Kind.INT, Constraint.digits(2, 0)).has("description")).isFalse();
  }

  @Test
  void aLimitMayBeAsFarFromZeroAsItLikes() {
    var digits = limited(Kind.DECIMAL, Constraint.digits(Integer.MAX_VALUE, 2));
    var bound = limited(Kind.DECIMAL, Constraint.atMost("1e999999999"));

    assertThat(digits.has("exclusiveMaximum")).isFalse();
    assertThat(digits.get("description").asString()).startsWith("At most 2 digits");
    assertThat(bound.has("maximum")).isTrue();
  }

  @Test
  void ofSeveralLimitsTheNarrowestIsTold() {
    var one =
        limited(
            Kind.INT, Constraint.atLeast("5"), Constraint.atLeast("1"), Constraint.digits(1, 0));

    assertThat(one.get("minimum").asInt()).isEqualTo(5);
    assertThat(one.get("exclusiveMinimum").asInt()).isEqualTo(-10);
    var size =
        limited(Kind.STRING, Constraint.size(0, 9), Constraint.notEmpty(), Constraint.size(3, 20));
    assertThat(size.get("minLength").asInt()).isEqualTo(3);
    assertThat(size.get("maxLength").asInt()).isEqualTo(9);
  }

  @Test
  void aPatternWithoutTranslationIsNamedInTheDescription() {
    var value = limited(Kind.STRING, Constraint.matches("(?>a|b)c"));

    assertThat(value.has("pattern")).isFalse();
    assertThat(value.get("description").asString())
        .isEqualTo("Must match the regular expression `(?>a|b)c` of Java.");
  }

  @Test
  void aDefaultThatIsNotValidJsonReachesNoDocument() {
    var type =
        ObjectSchema.of(
            "Half", "a.Half", Property.of("x", Schema.of(Kind.DOUBLE)).withDefault(".5"));
    var operation =
        Operation.of("POST", "/x", "Xs.x")
            .reads(BodySchema.json(type.ref()))
            .responds(ResponseSchema.of(204));

    assertThatThrownBy(() -> document(operation))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the value .5 is not valid JSON");
  }

  @Test
  void aParameterThatMayBeNullMayBeLeftOutForNoTextIsNull() {
    var colour = Schema.choice("a.Colour", "", "RED").orNull();
    var operation =
        Operation.of("GET", "/x", "Xs.x")
            .takes(
                Parameter.query("age", Schema.of(Kind.INT).orNull()).asOptional(),
                Parameter.query("colour", colour).asOptional())
            .responds(ResponseSchema.of(204));
    var parameters = document(operation).at("/paths/~1x/get/parameters");

    assertThat(parameters.at("/0/schema/type").asString()).isEqualTo("integer");
    assertThat(parameters.at("/1/schema/$ref").asString()).endsWith("/Colour");
  }

  @Test
  void whatHoldsForEveryValueIsSaidOnce() {
    assertThat(document(PLAIN).at("/info/description").asString())
        .contains("no lone surrogates", "years 0001 to 9999", "no slash, backslash or control");
  }

  @Test
  void headersThatOpenApiHasNoParametersForStandWhereItHasThem() {
    var operation =
        Operation.of("GET", "/x", "Xs.x")
            .takes(
                Parameter.header("Authorization", Schema.of(Kind.STRING)),
                Parameter.header("Accept", Schema.of(Kind.STRING)),
                Parameter.header("X-Tag", Schema.of(Kind.STRING)),
                Parameter.header("x-tag", Schema.of(Kind.STRING)))
            .responds(ResponseSchema.of(204));
    var document = document(operation);
    var get = document.at("/paths/~1x/get");

    assertThat(get.get("parameters").findValuesAsString("name")).containsExactly("X-Tag");
    assertThat(get.get("description").asString()).isEqualTo("Reads the header `Accept`.");
    assertThat(get.get("security")).isEqualTo(JSON.readTree("[{\"Authorization\": []}]"));
    assertThat(document.at("/components/securitySchemes/Authorization"))
        .isEqualTo(
            JSON.readTree(
                """
                {"type": "apiKey", "in": "header", "name": "Authorization"}
                """));
  }

  @Test
  void whatLimitsAHeaderThatIsNoParameterIsSaidOfTheOperation() {
    var operation =
        Operation.of("GET", "/x", "Xs.x")
            .takes(
                Parameter.header("Authorization", Schema.of(Kind.STRING, Constraint.size(0, 5))),
                Parameter.header("Accept", Schema.of(Kind.INT)))
            .responds(ResponseSchema.of(204));

    assertThat(document(operation).at("/paths/~1x/get/description").asString())
        .contains(
            "Reads the header `Authorization`, a value of `{\"type\":\"string\",\"maxLength\":5}`.")
        .contains(
            "Reads the header `Accept`, a value of `{\"type\":\"integer\",\"format\":\"int32\"}`.");
  }

  @Test
  void theDetailsOfAnErrorAreAlwaysThereAndSayWhereInNamesAndPositions() {
    var document = document(PLAIN);

    assertThat(OpenApiTest.texts(schema(document, "Error").get("required")))
        .containsExactly("code", "message", "details", "request_id", "timestamp");
    assertThat(OpenApiTest.texts(schema(document, "Problem").at("/properties/location/items/type")))
        .containsExactly("string", "integer");
    assertThat(OpenApiTest.texts(schema(document, "ProblemDocument").get("required")))
        .contains("errors");
  }

  private static JsonNode limited(Kind kind, Constraint... limits) {
    var type = ObjectSchema.of("Limited", "a.Limited", Property.of("x", Schema.of(kind, limits)));
    var document =
        document(
            Operation.of("POST", "/x", "Xs.x")
                .reads(BodySchema.json(type.ref()))
                .responds(ResponseSchema.of(204)));
    return schema(document, "Limited").at("/properties/x");
  }

  @Test
  void theRestOfAPathStandsBesideOneSegment() {
    var one =
        Operation.of("GET", "/files/{name}", "Files.one")
            .takes(Parameter.path("name", Schema.of(Kind.STRING)))
            .responds(ResponseSchema.of(204));
    var rest =
        Operation.of("GET", "/files/{path...}", "Files.rest")
            .takes(Parameter.path("path", Schema.of(Kind.STRING)))
            .responds(ResponseSchema.of(204));

    assertThat(OpenApi.sameRoutes(List.of(List.of(one), List.of(rest)))).isEmpty();
    assertThat(document(rest).at("/paths/~1files~1{path}/get/parameters/0/description").asString())
        .startsWith("The rest of the path, which may have several segments. The slashes");
    var both = document(rest, one).at("/paths/~1files~1{path}/get");
    assertThat(both.get("operationId").asString()).isEqualTo("filesOne");
    assertThat(both.get("description").asString())
        .isEqualTo("A longer path below this one leads to `Files.rest`.");
  }

  @Test
  void aVariableMayHaveAnyNameThatAPathAllows() {
    var first =
        Operation.of("GET", "/users/{user.$1}", "Users.get").responds(ResponseSchema.of(204));
    var second = Operation.of("PUT", "/users/{id}", "Users.put").responds(ResponseSchema.of(204));

    var paths = document(first, second).get("paths");

    assertThat(paths.propertyNames()).containsExactly("/users/{user.$1}");
    assertThat(paths.get("/users/{user.$1}").has("put")).isTrue();
  }

  @Test
  void anAnswerWithoutContentIsNotOneThatMayBeAnything() {
    var operation = Operation.of("GET", "/x", "Xs.x").responds(ResponseSchema.of(200));

    assertThat(document(operation).at("/paths/~1x/get/responses/200"))
        .isEqualTo(JSON.readTree("{\"description\": \"OK\"}"));
    assertThat(operation.lists(418)).isFalse();
  }

  @Test
  void aMethodThatMakesItsResponsesByHandPromisesNone() {
    var operation = Operation.of("GET", "/x", "Xs.x").responds(ResponseSchema.any());

    assertThat(document(operation).at("/paths/~1x/get/responses"))
        .isEqualTo(
            JSON.readTree(
                """
                {"default": {"description": "Any response: the method makes it by hand."}}
                """));
  }

  /** Swagger UI, swagger-client and openapi-generator join them with commas otherwise. */
  @Test
  void aListInAFormIsSaidToHaveItsNameForEachElement() {
    var fields =
        ObjectSchema.of(
            "Search",
            "a.Search",
            Property.of("text", Schema.of(Kind.STRING)),
            Property.of("tag", Schema.listOf(Schema.of(Kind.STRING))),
            Property.of("id", Schema.listOf(Schema.of(Kind.INT)).orNull()));
    var operation =
        Operation.of("POST", "/x", "Xs.x")
            .reads(BodySchema.json(fields.ref()).or(BodySchema.form(fields)))
            .responds(ResponseSchema.of(204));

    var content = document(operation).at("/paths/~1x/post/requestBody/content");

    assertThat(content.get("application/x-www-form-urlencoded").get("encoding"))
        .isEqualTo(
            JSON.readTree(
                """
                {"tag": {"style": "form", "explode": true},
                 "id": {"style": "form", "explode": true}}
                """));
    assertThat(content.get("application/json").has("encoding")).isFalse();
  }

  /** Generators of clients read what has no schema as text, and break it. */
  @Test
  void bytesAreBinaryAndAnyJsonIsAny() {
    var operation =
        Operation.of("GET", "/x", "Xs.x")
            .responds(
                ResponseSchema.of(200, BodySchema.bytes()),
                ResponseSchema.of(201, BodySchema.of("image/png", Schema.any())),
                ResponseSchema.of(202, BodySchema.of("application/a+json", Schema.any())));

    var responses = document(operation).at("/paths/~1x/get/responses");

    var binary = JSON.readTree("{\"type\": \"string\", \"format\": \"binary\"}");
    assertThat(responses.at("/200/content/application~1octet-stream/schema")).isEqualTo(binary);
    assertThat(responses.at("/201/content/image~1png/schema")).isEqualTo(binary);
    assertThat(responses.at("/202/content/application~1a+json/schema")).isEmpty();
  }

  private static JsonNode document(Operation... operations) {
    return OpenApiTest.document(operations);
  }

  private static JsonNode schema(JsonNode document, String name) {
    return OpenApiTest.schema(document, name);
  }
}
