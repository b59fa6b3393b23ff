package golden.orders;

import dev.covet.base.json.Codec;
import dev.covet.base.json.Codecs;
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
import java.util.List;

/** Reads, writes and checks {@link Order}. */
public final class OrderCodec implements Codec<Order> {
  /** The record as data. */
  public static final ObjectSchema SCHEMA =
      ObjectSchema.of(
          "Order",
          "golden.orders.Order",
          Property.of("customer", CustomerCodec.INPUT.schema()),
          Property.of("items", Schema.listOf(ItemCodec.INPUT.schema(), Limit.size(1, 50))),
          Property.of("notes", Schema.of(Kind.STRING, Limit.size(0, 500)).orNull()).asOptional());

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
        case 1 -> items = readItems(in);
        default -> notes = readNotes(in);
      }
    }
    return in.endObject() ? new Order(customer, items, notes) : null;
  }

  private List<Item> readItems(JsonReader in) {
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
    var customer = at.field("customer");
    if (Constraints.notNull(customer, order.customer())) {
      CustomerCodec.of(view).check(customer, order.customer());
    }
    var items = at.field("items");
    if (Constraints.notNull(items, order.items())) {
      checkItems(items, order.items());
      Codecs.list(ItemCodec.of(view)).check(items, order.items());
    }
    checkNotes(at.field("notes"), order.notes());
  }

  private static void checkItems(Place at, List<Item> items) {
    Constraints.size(at, items, 1, 50);
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
}
