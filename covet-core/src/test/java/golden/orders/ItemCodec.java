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
import dev.covet.base.problem.TextPattern;
import dev.covet.schema.Constraint;
import dev.covet.schema.Kind;
import dev.covet.schema.ObjectSchema;
import dev.covet.schema.Property;
import dev.covet.schema.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** Reads, writes and checks {@link Item}. */
@NullUnmarked // what is not read yet is null
public final class ItemCodec implements Codec<Item> {
  /** The record as data. */
  public static final ObjectSchema SCHEMA =
      ObjectSchema.of(
          "Item",
          "golden.orders.Item",
          Property.of("sku", Schema.of(Kind.STRING, Constraint.matches("^[A-Z]{3}-[0-9]{4}$"))),
          Property.of(
              "qty", Schema.of(Kind.INT, Constraint.atMost("1000"), Constraint.atLeast("1"))),
          Property.of("price", Schema.of(Kind.DECIMAL, Constraint.above("0"))));

  private static final Keys KEYS = Keys.of("sku", "qty", "price").require("sku", "qty", "price");

  private static final byte[] SKU = JsonWriter.encodeKey("sku");
  private static final byte[] QTY = JsonWriter.encodeKey("qty");
  private static final byte[] PRICE = JsonWriter.encodeKey("price");

  private static final TextPattern PATTERN_1 = TextPattern.of("^[A-Z]{3}-[0-9]{4}$");

  /** Everything. */
  public static final Codec<Item> STORED = new ItemCodec();

  /** What clients send. */
  public static final Codec<Item> INPUT = STORED;

  /** What clients get. */
  public static final Codec<Item> OUTPUT = STORED;

  /** How {@link Item} comes apart and together. */
  public static final Changes.Shape<Item> SHAPE = new ItemShape();

  /** Some components of what clients send. */
  public static final Codec<Changes<Item>> CHANGES =
      Codecs.changes(Schema.changesOf(SCHEMA.ref()), SHAPE, KEYS, new ItemComponents());

  /** Some components of what clients get. */
  public static final Codec<Changes<Item>> CHANGES_OUTPUT = CHANGES;

  private ItemCodec() {}

  /** The codec of a view. */
  public static Codec<Item> of(View view) {
    return switch (view) {
      case INPUT -> INPUT;
      case OUTPUT -> OUTPUT;
      case STORED -> STORED;
    };
  }

  /** The codec of changes as a view has them. */
  public static Codec<Changes<Item>> changes(View view) {
    return view == View.OUTPUT ? CHANGES_OUTPUT : CHANGES;
  }

  @Override
  public Item read(JsonReader in) {
    if (!in.beginObject(KEYS)) {
      return null;
    }
    String sku = null;
    int qty = 0;
    BigDecimal price = null;
    for (int key = in.nextKey(); key >= 0; key = in.nextKey()) {
      switch (key) {
        case 0 -> sku = readSku(in);
        case 1 -> qty = readQty(in);
        default -> price = readPrice(in);
      }
    }
    if (!in.endObject()) {
      return null;
    }
    try {
      return new Item(sku, qty, price);
    } catch (Invalid | IllegalArgumentException | NullPointerException e) {
      in.refused(e);
      return null;
    }
  }

  private static String readSku(JsonReader in) {
    var sku = in.readString();
    if (in.valid()) {
      checkSku(in, sku);
    }
    return sku;
  }

  private static int readQty(JsonReader in) {
    var qty = in.readInt();
    if (in.valid()) {
      checkQty(in, qty);
    }
    return qty;
  }

  private static BigDecimal readPrice(JsonReader in) {
    var price = in.readDecimal();
    if (in.valid()) {
      checkPrice(in, price);
    }
    return price;
  }

  @Override
  public void write(JsonWriter out, Item item) {
    out.beginObject();
    out.field(SKU, item.sku());
    out.field(QTY, item.qty());
    out.field(PRICE, item.price());
    out.endObject();
  }

  @Override
  public void check(Place at, Item item) {
    checkSku(at.field("sku"), item.sku());
    checkQty(at.field("qty"), item.qty());
    checkPrice(at.field("price"), item.price());
  }

  /**
   * Checks what a constructor was given; what clients do not send is not checked.
   *
   * @throws dev.covet.api.Invalid with every problem
   */
  public static void check(String sku, int qty, BigDecimal price) {
    var problems = new Problems();
    var at = problems.at("body");
    checkSku(at.field("sku"), sku);
    checkQty(at.field("qty"), qty);
    checkPrice(at.field("price"), price);
    problems.orThrow();
  }

  private static void checkSku(Place at, String sku) {
    if (Constraints.notNull(at, sku)) {
      Constraints.pattern(at, sku, PATTERN_1);
    }
  }

  private static void checkQty(Place at, int qty) {
    Constraints.max(at, qty, 1000);
    Constraints.min(at, qty, 1);
  }

  private static void checkPrice(Place at, BigDecimal price) {
    if (Constraints.notNull(at, price)) {
      Constraints.positive(at, price);
    }
  }

  @Override
  public Schema schema() {
    return SCHEMA.ref();
  }

  private static final class ItemShape implements Changes.Shape<Item> {
    private static final List<String> NAMES = List.of("sku", "qty", "price");

    @Override
    public List<String> names() {
      return NAMES;
    }

    @Override
    public Object[] values(Item item) {
      return new Object[] {item.sku(), item.qty(), item.price()};
    }

    @Override
    public Item make(Object[] values) {
      return new Item((String) values[0], (Integer) values[1], (BigDecimal) values[2]);
    }

    @Override
    public List<Problem> check(Item item) {
      var problems = new Problems();
      STORED.check(problems.at("body"), item);
      return problems.list();
    }
  }

  private static final class ItemComponents implements Components {
    @Override
    public Object read(JsonReader in, int position) {
      return switch (position) {
        case 0 -> readSku(in);
        case 1 -> readQty(in);
        default -> readPrice(in);
      };
    }

    @Override
    public void write(JsonWriter out, int position, Object value, View view) {
      switch (position) {
        case 0 -> out.field(SKU, (String) value);
        case 1 -> out.field(QTY, (Integer) value);
        default -> out.field(PRICE, (BigDecimal) value);
      }
    }
  }
}
