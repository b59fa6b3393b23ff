package dev.covet.web.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.codec.Codecs;
import dev.covet.base.json.Codec;
import dev.covet.base.json.JsonReader;
import dev.covet.base.json.JsonWriter;
import dev.covet.schema.Constraint;
import dev.covet.schema.Kind;
import dev.covet.schema.ObjectSchema;
import dev.covet.schema.Property;
import dev.covet.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S4.docs: examples look real, and are within their limits. */
class MadeValuesTest {
  private static final Schema TEXT = Schema.of(Kind.STRING, Constraint.notBlank());

  private final MadeValues values = new MadeValues(AppForms.NONE);

  private String of(ObjectSchema object, Side side) {
    return values.of(object, side).map(JsonText::of).orElse("none");
  }

  private String of(String type, String name, Schema schema) {
    return values
        .of(schema, Side.OUTPUT, new MadeValues.Spot(type, name, 0))
        .map(JsonText::of)
        .orElse("none");
  }

  private static ObjectSchema object(Property... properties) {
    return ObjectSchema.of("Person", "a.Person", properties);
  }

  @ParameterizedTest
  @CsvSource({
    "Customer, email, ada@example.com",
    "Customer, workEmail, ada@example.com",
    "Customer, name, Ada Lovelace",
    "Hero, secret_name, Ada Lovelace",
    "HeroWithTeam, name, Ada Lovelace",
    "Team, name, Blue team",
    "Place, city, Berlin",
    "Shop, homepage, https://example.com",
    "Shop, phoneNumber, +49 30 123456",
    "Thing, motto, some motto",
  })
  void aTextIsWhatItsNameSays(String type, String name, String example) {
    assertThat(of(type, name, TEXT)).isEqualTo('"' + example + '"');
  }

  @Test
  void aNumberIsWhatItsNameSaysUnlessItsLimitsSayOtherwise() {
    assertThat(of("Product", "price", Schema.of(Kind.DECIMAL))).isEqualTo("19.99");
    assertThat(of("Product", "unit_price", Schema.of(Kind.LONG))).isEqualTo("20");
    assertThat(of("Person", "age", Schema.of(Kind.INT, Constraint.atMost("17")))).isEqualTo("1");
    assertThat(of("", "x", Schema.of(Kind.INT, Constraint.above("500")))).isEqualTo("501");
    assertThat(of("", "x", Schema.of(Kind.DOUBLE, Constraint.below("-2")))).isEqualTo("-3");
    assertThat(of("", "x", Schema.of(Kind.DECIMAL, Constraint.digits(1, 1)))).isEqualTo("1.5");
    assertThat(of("", "x", Schema.of(Kind.INT, Constraint.atLeast("5"), Constraint.atMost("4"))))
        .isEqualTo("none");
  }

  /** JavaScript has 64 bits for a number, so that Swagger UI would send another one. */
  @ParameterizedTest
  @CsvSource({
    "9223372036854775807, {}",
    "9007199254740993, {}",
    "1E400, {}",
    "9007199254740992, {\"x\":9007199254740992}",
    "0.1, {\"x\":0.1}",
  })
  void aDefaultThatAPageWouldRoundIsInNoExample(String number, String example) {
    var property = Property.of("x", Schema.of(Kind.DECIMAL)).withDefault(number);

    assertThat(of(object(property), Side.INPUT)).isEqualTo(example);
  }

  @Test
  void aTextIsAsLongAsItMustBe() {
    assertThat(of("", "country", Schema.of(Kind.STRING, Constraint.size(2, 2))))
        .isEqualTo("\"PT\"");
    assertThat(of("", "x", Schema.of(Kind.STRING, Constraint.size(0, 1)))).isEqualTo("\"x\"");
    var longer = of("", "motto", Schema.of(Kind.STRING, Constraint.size(40, 50)));
    assertThat(longer).startsWith("\"some motto some").hasSizeBetween(42, 52);
    assertThat(of("", "x", Schema.of(Kind.STRING, Constraint.size(1 << 20, 1 << 21))))
        .isEqualTo("none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[A-Z]{3}-\\d{4}",
        "(red|green)+",
        "\\w+@\\w+\\.(com|org)",
        "^x?y*z{2,}$",
        "[^a-z]{5}",
        "(?:ab){2}c",
        "\\p{Lu}\\p{Ll}+",
        "#[0-9a-f]{6}",
        ".{10}",
        "a\\.b",
        "[\\d-]+",
        "(a(b|c)){1,3}",
      })
  void aTextMatchesItsPattern(String regex) {
    var text =
        of("", "x", Schema.of(Kind.STRING, Constraint.matches(regex), Constraint.size(1, 40)));

    assertThat(text).isNotEqualTo("none");
    assertThat(text.substring(1, text.length() - 1).replace("\\\\", "\\")).matches(regex);
  }

  @Test
  void aPatternThatIsTooMuchHasNoExample() {
    assertThat(of("", "x", Schema.of(Kind.STRING, Constraint.matches("(a)\\1b(?=c)c{7}"))))
        .isEqualTo("none");
  }

  @ParameterizedTest
  @EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "FILE")
  void everyKindHasAnExampleAlsoWhereItIsPastOrToCome(Kind kind) {
    var said = List.of("Must be in the past.", "Must be in the future.");
    assertThat(of("", "x", Schema.of(kind))).isNotEqualTo("none");
    for (var each : said) {
      var text = of("", "x", Schema.of(kind, Constraint.said(each)));
      if (text.contains("20")) {
        assertThat(text).contains(each.contains("past") ? "202" : "2099");
      }
    }
  }

  @Test
  void whatMayReferToARowIsNullInWhatIsSentAndANumberInWhatIsAnswered() {
    var hero =
        object(
            Property.of("id", Schema.of(Kind.LONG)).asReadOnly(),
            Property.of("team_id", Schema.of(Kind.LONG).orNull()),
            Property.of("age", Schema.of(Kind.INT).orNull()));

    assertThat(of(hero, Side.INPUT)).isEqualTo("{\"team_id\":null,\"age\":36}");
    assertThat(of(hero, Side.OUTPUT)).isEqualTo("{\"id\":1,\"team_id\":1,\"age\":36}");
  }

  @Test
  void whatIsSaidComesFirstAndThenTheDefault() {
    var object =
        object(
            Property.of("name", TEXT).withExamples("\"Ann\""),
            Property.of("state", Schema.choice("a.State", "", "NEW", "OLD"))
                .withDefault("\"OLD\""));

    assertThat(of(object, Side.INPUT)).isEqualTo("{\"name\":\"Ann\",\"state\":\"OLD\"}");
  }

  @Test
  void twoTextsOfOneKindDiffer() {
    var object = object(Property.of("email", TEXT), Property.of("second_email", TEXT));

    assertThat(of(object, Side.INPUT))
        .isEqualTo("{\"email\":\"ada@example.com\",\"second_email\":\"grace@example.com\"}");
  }

  @Test
  void listsSetsAndMapsHaveAsMuchAsTheyMust() {
    var three = Schema.listOf(Schema.of(Kind.INT), Constraint.size(3, 9), Constraint.unique());
    assertThat(of("", "x", three)).isEqualTo("[1,2,3]");
    assertThat(of("", "tags", Schema.listOf(TEXT))).isEqualTo("[\"new\",\"sale\"]");
    assertThat(of("", "x", Schema.listOf(TEXT, Constraint.size(0, 0)))).isEqualTo("[]");
    var full = Schema.listOf(Schema.of(Kind.BOOLEAN), Constraint.size(3, 3), Constraint.unique());
    assertThat(of("", "x", full)).isEqualTo("none");
    var map = Schema.mapOf(Schema.of(Kind.INT), Schema.of(Kind.BOOLEAN), Constraint.size(2, 4));
    assertThat(of("", "x", map)).isEqualTo("{\"1\":true,\"2\":true}");
  }

  private static ObjectSchema tree() {
    return ObjectSchema.of(
        "Tree",
        "a.Tree",
        Property.of("label", TEXT),
        Property.of("parent", Schema.ref("Tree", MadeValuesTest::tree).orNull()),
        Property.of("children", Schema.listOf(Schema.ref("Tree", MadeValuesTest::tree))));
  }

  @Test
  void whatHoldsItselfEnds() {
    assertThat(of(tree(), Side.OUTPUT))
        .isEqualTo("{\"label\":\"new\",\"parent\":null,\"children\":[]}");
  }

  @Test
  void whatMustHoldItselfHasNone() {
    var self = new ObjectSchema[1];
    self[0] =
        ObjectSchema.of("Loop", "a.Loop", Property.of("next", Schema.ref("Loop", () -> self[0])));

    assertThat(of(self[0], Side.OUTPUT)).isEqualTo("none");
  }

  @Test
  void anObjectThatTheAppRefusesHasNone() {
    var object = object(Property.of("x", Schema.of(Kind.INT)));
    var refusing =
        new AppForms() {
          @Override
          public Codec<?> input(String type) {
            return Codecs.STRING;
          }
        };

    assertThat(new MadeValues(refusing).of(object, Side.INPUT)).isEmpty();
    assertThat(new MadeValues(refusing).of(object, Side.OUTPUT)).isPresent();
  }

  private static String failing() {
    throw new AssertionError("a rule of the program's own");
  }

  @Test
  void anObjectOverWhichAnAssertionFailsHasNone() {
    var object = object(Property.of("x", Schema.of(Kind.INT)));
    var failing =
        new AppForms() {
          @Override
          public Codec<?> input(String type) {
            return new Codec<String>() {
              @Override
              public String read(JsonReader in) {
                return failing();
              }

              @Override
              public void write(JsonWriter out, String value) {}

              @Override
              public Schema schema() {
                return Schema.any();
              }
            };
          }
        };

    assertThat(new MadeValues(failing).of(object, Side.INPUT)).isEmpty();
  }

  @Test
  void theSameTypeHasAlwaysTheSameExample() {
    assertThat(of(tree(), Side.INPUT)).isEqualTo(of(tree(), Side.INPUT));
    assertThat(of("", "x", Schema.any())).isEqualTo("{}");
  }
}
