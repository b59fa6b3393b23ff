package golden.orders;

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

/** Reads, writes and checks {@link Customer}. */
@NullUnmarked // what is not read yet is null
public final class CustomerCodec implements Codec<Customer> {
  /** The record as data. */
  public static final ObjectSchema SCHEMA =
      ObjectSchema.of(
          "Customer",
          "golden.orders.Customer",
          Property.of("name", Schema.of(Kind.STRING, Constraint.size(1, 100))),
          Property.of("email", Schema.of(Kind.STRING, Constraint.email())),
          Property.of(
              "age", Schema.of(Kind.INT, Constraint.atMost("150"), Constraint.atLeast("0"))));

  private static final Keys KEYS = Keys.of("name", "email", "age").require("name", "email", "age");

  private static final byte[] NAME = JsonWriter.encodeKey("name");
  private static final byte[] EMAIL = JsonWriter.encodeKey("email");
  private static final byte[] AGE = JsonWriter.encodeKey("age");

  /** Everything. */
  public static final Codec<Customer> STORED = new CustomerCodec();

  /** What clients send. */
  public static final Codec<Customer> INPUT = STORED;

  /** What clients get. */
  public static final Codec<Customer> OUTPUT = STORED;

  /** How {@link Customer} comes apart and together. */
  public static final Changes.Shape<Customer> SHAPE = new CustomerShape();

  /** Some components of what clients send. */
  public static final Codec<Changes<Customer>> CHANGES =
      Codecs.changes(Schema.changesOf(SCHEMA.ref()), SHAPE, KEYS, new CustomerComponents());

  /** Some components of what clients get. */
  public static final Codec<Changes<Customer>> CHANGES_OUTPUT = CHANGES;

  private CustomerCodec() {}

  /** The codec of a view. */
  public static Codec<Customer> of(View view) {
    return switch (view) {
      case INPUT -> INPUT;
      case OUTPUT -> OUTPUT;
      case STORED -> STORED;
    };
  }

  /** The codec of changes as a view has them. */
  public static Codec<Changes<Customer>> changes(View view) {
    return view == View.OUTPUT ? CHANGES_OUTPUT : CHANGES;
  }

  @Override
  public Customer read(JsonReader in) {
    if (!in.beginObject(KEYS)) {
      return null;
    }
    String name = null;
    String email = null;
    int age = 0;
    for (int key = in.nextKey(); key >= 0; key = in.nextKey()) {
      switch (key) {
        case 0 -> name = readName(in);
        case 1 -> email = readEmail(in);
        default -> age = readAge(in);
      }
    }
    if (!in.endObject()) {
      return null;
    }
    try {
      return new Customer(name, email, age);
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

  private static String readEmail(JsonReader in) {
    var email = in.readString();
    if (in.valid()) {
      checkEmail(in, email);
    }
    return email;
  }

  private static int readAge(JsonReader in) {
    var age = in.readInt();
    if (in.valid()) {
      checkAge(in, age);
    }
    return age;
  }

  @Override
  public void write(JsonWriter out, Customer customer) {
    out.beginObject();
    out.field(NAME, customer.name());
    out.field(EMAIL, customer.email());
    out.field(AGE, customer.age());
    out.endObject();
  }

  @Override
  public void check(Place at, Customer customer) {
    checkName(at.field("name"), customer.name());
    checkEmail(at.field("email"), customer.email());
    checkAge(at.field("age"), customer.age());
  }

  /**
   * Checks what a constructor was given; what clients do not send is not checked.
   *
   * @throws dev.covet.api.Invalid with every problem
   */
  public static void check(String name, String email, int age) {
    var problems = new Problems();
    var at = problems.at("body");
    checkName(at.field("name"), name);
    checkEmail(at.field("email"), email);
    checkAge(at.field("age"), age);
    problems.orThrow();
  }

  private static void checkName(Place at, String name) {
    if (Constraints.notNull(at, name)) {
      Constraints.size(at, name, 1, 100);
    }
  }

  private static void checkEmail(Place at, String email) {
    if (Constraints.notNull(at, email)) {
      Constraints.email(at, email);
    }
  }

  private static void checkAge(Place at, int age) {
    Constraints.max(at, age, 150);
    Constraints.min(at, age, 0);
  }

  @Override
  public Schema schema() {
    return SCHEMA.ref();
  }

  private static final class CustomerShape implements Changes.Shape<Customer> {
    private static final List<String> NAMES = List.of("name", "email", "age");

    @Override
    public List<String> names() {
      return NAMES;
    }

    @Override
    public Object[] values(Customer customer) {
      return new Object[] {customer.name(), customer.email(), customer.age()};
    }

    @Override
    public Customer make(Object[] values) {
      return new Customer((String) values[0], (String) values[1], (Integer) values[2]);
    }

    @Override
    public List<Problem> check(Customer customer) {
      var problems = new Problems();
      STORED.check(problems.at("body"), customer);
      return problems.list();
    }
  }

  private static final class CustomerComponents implements Components {
    @Override
    public Object read(JsonReader in, int position) {
      return switch (position) {
        case 0 -> readName(in);
        case 1 -> readEmail(in);
        default -> readAge(in);
      };
    }

    @Override
    public void write(JsonWriter out, int position, Object value, View view) {
      switch (position) {
        case 0 -> out.field(NAME, (String) value);
        case 1 -> out.field(EMAIL, (String) value);
        default -> out.field(AGE, (Integer) value);
      }
    }
  }
}
