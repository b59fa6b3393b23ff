package golden.heroes;

import dev.covet.api.Changes;
import dev.covet.api.Invalid;
import dev.covet.api.Problem;
import dev.covet.base.codec.Codecs;
import dev.covet.base.codec.Components;
import dev.covet.base.codec.View;
import dev.covet.base.json.Codec;
import dev.covet.base.json.JsonReader;
import dev.covet.base.json.JsonWriter;
import dev.covet.base.json.Keys;
import dev.covet.base.problem.Constraints;
import dev.covet.base.problem.Place;
import dev.covet.base.problem.Problems;
import dev.covet.schema.Constraint;
import dev.covet.schema.Kind;
import dev.covet.schema.ObjectSchema;
import dev.covet.schema.Property;
import dev.covet.schema.Schema;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** Reads, writes and checks {@link Hero}. */
@NullUnmarked // what is not read yet is null
public final class HeroCodec implements Codec<Hero> {
  /** The record as data. */
  public static final ObjectSchema SCHEMA =
      ObjectSchema.of(
              "Hero",
              "golden.heroes.Hero",
              Property.of("id", Schema.of(Kind.LONG)).asReadOnly(),
              Property.of(
                  "name", Schema.of(Kind.STRING, Constraint.notBlank(), Constraint.size(0, 80))),
              Property.of("secret_name", Schema.of(Kind.STRING, Constraint.notBlank())),
              Property.of(
                      "age",
                      Schema.of(Kind.INT, Constraint.atMost("10000"), Constraint.atLeast("0"))
                          .orNull())
                  .asOptional(),
              Property.of("team_id", Schema.of(Kind.LONG).orNull()).asOptional())
          .described("Its strings must not contain U+0000.");

  private static final Keys KEYS =
      Keys.of("id", "name", "secret_name", "age", "team_id").require("id", "name", "secret_name");

  private static final byte[] ID = JsonWriter.encodeKey("id");
  private static final byte[] NAME = JsonWriter.encodeKey("name");
  private static final byte[] SECRET_NAME = JsonWriter.encodeKey("secret_name");
  private static final byte[] AGE = JsonWriter.encodeKey("age");
  private static final byte[] TEAM_ID = JsonWriter.encodeKey("team_id");

  /** What clients send. */
  public static final Codec<Hero> INPUT = new HeroCodec(View.INPUT, KEYS.without("id"));

  /** What clients get. */
  public static final Codec<Hero> OUTPUT = new HeroCodec(View.STORED, KEYS);

  /** Everything. */
  public static final Codec<Hero> STORED = OUTPUT;

  /** How {@link Hero} comes apart and together. */
  public static final Changes.Shape<Hero> SHAPE = new HeroShape();

  /** Some components of what clients send. */
  public static final Codec<Changes<Hero>> CHANGES =
      Codecs.changes(
          Schema.changesOf(SCHEMA.ref()), SHAPE, KEYS.without("id"), new HeroComponents());

  /** Some components of what clients get. */
  public static final Codec<Changes<Hero>> CHANGES_OUTPUT = CHANGES;

  private final View view;
  private final Keys keys;

  private HeroCodec(View view, Keys keys) {
    this.view = view;
    this.keys = keys;
  }

  /** The codec of a view. */
  public static Codec<Hero> of(View view) {
    return switch (view) {
      case INPUT -> INPUT;
      case OUTPUT -> OUTPUT;
      case STORED -> STORED;
    };
  }

  /** The codec of changes as a view has them. */
  public static Codec<Changes<Hero>> changes(View view) {
    return view == View.OUTPUT ? CHANGES_OUTPUT : CHANGES;
  }

  @Override
  public Hero read(JsonReader in) {
    if (!in.beginObject(keys)) {
      return null;
    }
    long id = 0;
    String name = null;
    String secretName = null;
    Integer age = null;
    Long teamId = null;
    for (int key = in.nextKey(); key >= 0; key = in.nextKey()) {
      switch (key) {
        case 0 -> id = in.readLong();
        case 1 -> name = readName(in);
        case 2 -> secretName = readSecretName(in);
        case 3 -> age = readAge(in);
        default -> teamId = readTeamId(in);
      }
    }
    if (!in.endObject()) {
      return null;
    }
    try {
      return new Hero(id, name, secretName, age, teamId);
    } catch (Invalid | IllegalArgumentException | NullPointerException e) {
      in.refused(e);
      return null;
    }
  }

  private static String readName(JsonReader in) {
    var name = in.readString();
    if (in.valid()) {
      checkName(in, name);
    }
    return name;
  }

  private static String readSecretName(JsonReader in) {
    var secretName = in.readString();
    if (in.valid()) {
      checkSecretName(in, secretName);
    }
    return secretName;
  }

  private static Integer readAge(JsonReader in) {
    if (in.readNull()) {
      return null;
    }
    var age = in.readInt();
    if (in.valid()) {
      checkAge(in, age);
    }
    return age;
  }

  private static Long readTeamId(JsonReader in) {
    return in.readNull() ? null : in.readLong();
  }

  @Override
  public void write(JsonWriter out, Hero hero) {
    out.beginObject();
    if (view != View.INPUT) {
      out.field(ID, hero.id());
    }
    out.field(NAME, hero.name());
    out.field(SECRET_NAME, hero.secretName());
    out.field(AGE, hero.age());
    out.field(TEAM_ID, hero.teamId());
    out.endObject();
  }

  @Override
  public void check(Place at, Hero hero) {
    checkName(at.field("name"), hero.name());
    checkSecretName(at.field("secret_name"), hero.secretName());
    checkAge(at.field("age"), hero.age());
  }

  /**
   * Checks what a constructor was given; what clients do not send is not checked.
   *
   * @throws dev.covet.api.Invalid with every problem
   */
  public static void check(long id, String name, String secretName, Integer age, Long teamId) {
    var problems = new Problems();
    var at = problems.at("body");
    checkName(at.field("name"), name);
    checkSecretName(at.field("secret_name"), secretName);
    checkAge(at.field("age"), age);
    problems.orThrow();
  }

  private static void checkName(Place at, String name) {
    if (Constraints.notNull(at, name) && Constraints.notBlank(at, name)) {
      Constraints.size(at, name, 0, 80);
      Constraints.storable(at, name);
    }
  }

  private static void checkSecretName(Place at, String secretName) {
    if (Constraints.notNull(at, secretName) && Constraints.notBlank(at, secretName)) {
      Constraints.storable(at, secretName);
    }
  }

  private static void checkAge(Place at, Integer age) {
    if (age != null) {
      Constraints.max(at, age, 10000);
      Constraints.min(at, age, 0);
    }
  }

  @Override
  public Schema schema() {
    return SCHEMA.ref();
  }

  private static final class HeroShape implements Changes.Shape<Hero> {
    private static final List<String> NAMES =
        List.of("id", "name", "secret_name", "age", "team_id");

    @Override
    public List<String> names() {
      return NAMES;
    }

    @Override
    public Object[] values(Hero hero) {
      return new Object[] {hero.id(), hero.name(), hero.secretName(), hero.age(), hero.teamId()};
    }

    @Override
    public Hero make(Object[] values) {
      return new Hero(
          (Long) values[0],
          (String) values[1],
          (String) values[2],
          (Integer) values[3],
          (Long) values[4]);
    }

    @Override
    public List<Problem> check(Hero hero) {
      var problems = new Problems();
      STORED.check(problems.at("body"), hero);
      return problems.list();
    }
  }

  private static final class HeroComponents implements Components {
    @Override
    public Object read(JsonReader in, int position) {
      return switch (position) {
        case 0 -> in.readLong();
        case 1 -> readName(in);
        case 2 -> readSecretName(in);
        case 3 -> readAge(in);
        default -> readTeamId(in);
      };
    }

    @Override
    public void write(JsonWriter out, int position, Object value, View view) {
      switch (position) {
        case 0 -> out.field(ID, (Long) value);
        case 1 -> out.field(NAME, (String) value);
        case 2 -> out.field(SECRET_NAME, (String) value);
        case 3 -> out.field(AGE, (Integer) value);
        default -> out.field(TEAM_ID, (Long) value);
      }
    }
  }
}
