package golden.orders;

import dev.covet.base.json.Codec;
import dev.covet.base.json.JsonReader;
import dev.covet.base.json.JsonWriter;
import dev.covet.base.json.Keys;
import dev.covet.base.json.View;
import dev.covet.base.problem.Constraints;
import dev.covet.base.problem.Place;
import dev.covet.schema.Kind;
import dev.covet.schema.Limit;
import dev.covet.schema.ObjectSchema;
import dev.covet.schema.Property;
import dev.covet.schema.Schema;

/** Reads, writes and checks {@link Customer}. */
public final class CustomerCodec implements Codec<Customer> {
  /** The record as data. */
  public static final ObjectSchema SCHEMA =
      ObjectSchema.of(
          "Customer",
          "golden.orders.Customer",
          Property.of("name", Schema.of(Kind.STRING, Limit.size(1, 100))),
          Property.of("email", Schema.of(Kind.STRING, Limit.email())),
          Property.of("age", Schema.of(Kind.INT, Limit.atLeast("0"), Limit.atMost("150"))));

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

  private CustomerCodec() {}

  /** The codec of a view. */
  public static Codec<Customer> of(View view) {
    return switch (view) {
      case INPUT -> INPUT;
      case OUTPUT -> OUTPUT;
      case STORED -> STORED;
    };
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
    return in.endObject() ? new Customer(name, email, age) : null;
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
    Constraints.min(at, age, 0);
    Constraints.max(at, age, 150);
  }

  @Override
  public Schema schema() {
    return SCHEMA.ref();
  }
}
