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

/** Reads, writes and checks {@link Team}. */
@NullUnmarked // what is not read yet is null
public final class TeamCodec implements Codec<Team> {
  /** The record as data. */
  public static final ObjectSchema SCHEMA =
      ObjectSchema.of(
              "Team",
              "golden.heroes.Team",
              Property.of("id", Schema.of(Kind.LONG)).asReadOnly(),
              Property.of("name", Schema.of(Kind.STRING, Constraint.notBlank())),
              Property.of("headquarters", Schema.of(Kind.STRING)))
          .described("Its strings must not contain U+0000.");

  private static final Keys KEYS =
      Keys.of("id", "name", "headquarters").require("id", "name", "headquarters");

  private static final byte[] ID = JsonWriter.encodeKey("id");
  private static final byte[] NAME = JsonWriter.encodeKey("name");
  private static final byte[] HEADQUARTERS = JsonWriter.encodeKey("headquarters");

  /** What clients send. */
  public static final Codec<Team> INPUT = new TeamCodec(View.INPUT, KEYS.without("id"));

  /** What clients get. */
  public static final Codec<Team> OUTPUT = new TeamCodec(View.STORED, KEYS);

  /** Everything. */
  public static final Codec<Team> STORED = OUTPUT;

  /** How {@link Team} comes apart and together. */
  public static final Changes.Shape<Team> SHAPE = new TeamShape();

  /** Some components of what clients send. */
  public static final Codec<Changes<Team>> CHANGES =
      Codecs.changes(
          Schema.changesOf(SCHEMA.ref()), SHAPE, KEYS.without("id"), new TeamComponents());

  /** Some components of what clients get. */
  public static final Codec<Changes<Team>> CHANGES_OUTPUT = CHANGES;

  private final View view;
  private final Keys keys;

  private TeamCodec(View view, Keys keys) {
    this.view = view;
    this.keys = keys;
  }

  /** The codec of a view. */
  public static Codec<Team> of(View view) {
    return switch (view) {
      case INPUT -> INPUT;
      case OUTPUT -> OUTPUT;
      case STORED -> STORED;
    };
  }

  /** The codec of changes as a view has them. */
  public static Codec<Changes<Team>> changes(View view) {
    return view == View.OUTPUT ? CHANGES_OUTPUT : CHANGES;
  }

  @Override
  public Team read(JsonReader in) {
    if (!in.beginObject(keys)) {
      return null;
    }
    long id = 0;
    String name = null;
    String headquarters = null;
    for (int key = in.nextKey(); key >= 0; key = in.nextKey()) {
      switch (key) {
        case 0 -> id = in.readLong();
        case 1 -> name = readName(in);
        default -> headquarters = readHeadquarters(in);
      }
    }
    if (!in.endObject()) {
      return null;
    }
    try {
      return new Team(id, name, headquarters);
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

  private static String readHeadquarters(JsonReader in) {
    var headquarters = in.readString();
    if (in.valid()) {
      checkHeadquarters(in, headquarters);
    }
    return headquarters;
  }

  @Override
  public void write(JsonWriter out, Team team) {
    out.beginObject();
    if (view != View.INPUT) {
      out.field(ID, team.id());
    }
    out.field(NAME, team.name());
    out.field(HEADQUARTERS, team.headquarters());
    out.endObject();
  }

  @Override
  public void check(Place at, Team team) {
    checkName(at.field("name"), team.name());
    checkHeadquarters(at.field("headquarters"), team.headquarters());
  }

  /**
   * Checks what a constructor was given; what clients do not send is not checked.
   *
   * @throws dev.covet.api.Invalid with every problem
   */
  public static void check(long id, String name, String headquarters) {
    var problems = new Problems();
    var at = problems.at("body");
    checkName(at.field("name"), name);
    checkHeadquarters(at.field("headquarters"), headquarters);
    problems.orThrow();
  }

  private static void checkName(Place at, String name) {
    if (Constraints.notNull(at, name) && Constraints.notBlank(at, name)) {
      Constraints.storable(at, name);
    }
  }

  private static void checkHeadquarters(Place at, String headquarters) {
    if (Constraints.notNull(at, headquarters)) {
      Constraints.storable(at, headquarters);
    }
  }

  @Override
  public Schema schema() {
    return SCHEMA.ref();
  }

  private static final class TeamShape implements Changes.Shape<Team> {
    private static final List<String> NAMES = List.of("id", "name", "headquarters");

    @Override
    public List<String> names() {
      return NAMES;
    }

    @Override
    public Object[] values(Team team) {
      return new Object[] {team.id(), team.name(), team.headquarters()};
    }

    @Override
    public Team make(Object[] values) {
      return new Team((Long) values[0], (String) values[1], (String) values[2]);
    }

    @Override
    public List<Problem> check(Team team) {
      var problems = new Problems();
      STORED.check(problems.at("body"), team);
      return problems.list();
    }
  }

  private static final class TeamComponents implements Components {
    @Override
    public Object read(JsonReader in, int position) {
      return switch (position) {
        case 0 -> in.readLong();
        case 1 -> readName(in);
        default -> readHeadquarters(in);
      };
    }

    @Override
    public void write(JsonWriter out, int position, Object value, View view) {
      switch (position) {
        case 0 -> out.field(ID, (Long) value);
        case 1 -> out.field(NAME, (String) value);
        default -> out.field(HEADQUARTERS, (String) value);
      }
    }
  }
}
