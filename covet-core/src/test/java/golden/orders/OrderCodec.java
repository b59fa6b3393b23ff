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

/** Reads, writes and checks {@link Order}. */
@NullUnmarked // what is not read yet is null
public final class OrderCodec implements Codec<Order> {
  /** The record as data. */
  public static final ObjectSchema SCHEMA =
      ObjectSchema.of(
          "Order",
          "golden.orders.Order",
          Property.of("customer", Schema.ref("Customer", () -> CustomerCodec.SCHEMA)),
          Property.of(
              "items",
              Schema.listOf(Schema.ref("Item", () -> ItemCodec.SCHEMA), Constraint.size(1, 50))),
          Property.of("notes", Schema.of(Kind.STRING, Constraint.size(0, 500)).orNull())
              .asOptional());

  private static final Keys KEYS =
      Keys.of("customer", "items", "notes").require("customer", "items");

  private static final byte[] CUSTOMER = JsonWriter.encodeKey("customer");
  private static final byte[] ITEMS = JsonWriter.encodeKey("items");
  private static final byte[] NOTES = JsonWriter.encodeKey("notes");

  /** What clients send. */
  public static final Codec<Order> INPUT = new OrderCodec(View.INPUT);

  /** What clients get. */
  public static final Codec<Order> OUTPUT = new OrderCodec(View.OUTPUT);

  /** Everything. */
  public static final Codec<Order> STORED = new OrderCodec(View.STORED);

  /** How {@link Order} comes apart and together. */
  public static final Changes.Shape<Order> SHAPE = new OrderShape();

  /** Some components of what clients send. */
  public static final Codec<Changes<Order>> CHANGES =
      Codecs.changes(Schema.changesOf(SCHEMA.ref()), SHAPE, KEYS, new OrderComponents());

  /** Some components of what clients get. */
  public static final Codec<Changes<Order>> CHANGES_OUTPUT = Codecs.shown(CHANGES);

  private final View view;

  private OrderCodec(View view) {
    this.view = view;
  }

  /** The codec of a view. */
  public static Codec<Order> of(View view) {
    return switch (view) {
      case INPUT -> INPUT;
      case OUTPUT -> OUTPUT;
      case STORED -> STORED;
    };
  }

  /** The codec of changes as a view has them. */
  public static Codec<Changes<Order>> changes(View view) {
    return view == View.OUTPUT ? CHANGES_OUTPUT : CHANGES;
  }

  @Override
  public Order read(JsonReader in) {
    if (!in.beginObject(KEYS)) {
      return null;
    }
    Customer customer = null;
    List<Item> items = null;
    String notes = null;
    for (int key = in.nextKey(); key >= 0; key = in.nextKey()) {
      switch (key) {
        case 0 -> customer = CustomerCodec.of(view).read(in);
        case 1 -> items = readItems(in, view);
        default -> notes = readNotes(in);
      }
    }
    if (!in.endObject()) {
      return null;
    }
    try {
      return new Order(customer, items, notes);
    } catch (Invalid | IllegalArgumentException | NullPointerException e) {
      in.refused(e);
      return null;
    }
  }

  private static List<Item> readItems(JsonReader in, View view) {
    var items = Codecs.readList(in, ItemCodec.of(view));
    if (in.valid()) {
      checkItems(in, items);
    }
    return items;
  }

  private static String readNotes(JsonReader in) {
    if (in.readNull()) {
      return null;
    }
    var notes = in.readString();
    if (in.valid()) {
      checkNotes(in, notes);
    }
    return notes;
  }

  @Override
  public void write(JsonWriter out, Order order) {
    out.beginObject();
    out.field(CUSTOMER, CustomerCodec.of(view), order.customer());
    out.list(ITEMS, ItemCodec.of(view), order.items());
    out.field(NOTES, order.notes());
    out.endObject();
  }

  @Override
  public void check(Place at, Order order) {
    checkCustomer(at.field("customer"), order.customer());
    checkItems(at.field("items"), order.items());
    Codecs.checkAll(at.field("items"), ItemCodec.STORED, order.items());
    checkNotes(at.field("notes"), order.notes());
  }

  /**
   * Checks what a constructor was given; what clients do not send is not checked.
   *
   * @throws dev.covet.api.Invalid with every problem
   */
  public static void check(Customer customer, List<Item> items, String notes) {
    var problems = new Problems();
    var at = problems.at("body");
    checkCustomer(at.field("customer"), customer);
    checkItems(at.field("items"), items);
    Codecs.checkAll(at.field("items"), ItemCodec.STORED, items);
    checkNotes(at.field("notes"), notes);
    problems.orThrow();
  }

  private static void checkCustomer(Place at, Customer customer) {
    if (Constraints.notNull(at, customer)) {
      CustomerCodec.STORED.check(at, customer);
    }
  }

  private static void checkItems(Place at, List<Item> items) {
    if (Constraints.notNull(at, items)) {
      Constraints.size(at, items, 1, 50);
    }
  }

  private static void checkNotes(Place at, String notes) {
    if (notes != null) {
      Constraints.size(at, notes, 0, 500);
    }
  }

  @Override
  public Schema schema() {
    return SCHEMA.ref();
  }

  private static final class OrderShape implements Changes.Shape<Order> {
    private static final List<String> NAMES = List.of("customer", "items", "notes");

    @Override
    public List<String> names() {
      return NAMES;
    }

    @Override
    public Object[] values(Order order) {
      return new Object[] {order.customer(), order.items(), order.notes()};
    }

    @SuppressWarnings("unchecked") // values are of the components' types
    @Override
    public Order make(Object[] values) {
      return new Order((Customer) values[0], (List<Item>) values[1], (String) values[2]);
    }

    @Override
    public List<Problem> check(Order order) {
      var problems = new Problems();
      STORED.check(problems.at("body"), order);
      return problems.list();
    }
  }

  private static final class OrderComponents implements Components {
    @Override
    public Object read(JsonReader in, int position) {
      return switch (position) {
        case 0 -> CustomerCodec.INPUT.read(in);
        case 1 -> readItems(in, View.INPUT);
        default -> readNotes(in);
      };
    }

    @SuppressWarnings("unchecked") // values are of the components' types
    @Override
    public void write(JsonWriter out, int position, Object value, View view) {
      switch (position) {
        case 0 -> out.field(CUSTOMER, CustomerCodec.of(view), (Customer) value);
        case 1 -> out.list(ITEMS, ItemCodec.of(view), (List<Item>) value);
        default -> out.field(NOTES, (String) value);
      }
    }
  }
}
