package golden.orders;

import dev.covet.base.json.Codec;
import dev.covet.base.json.JsonReader;
import dev.covet.base.json.JsonWriter;
import dev.covet.base.json.Keys;
import dev.covet.base.json.View;
import dev.covet.base.problem.Constraints;
import dev.covet.base.problem.Place;
import dev.covet.base.problem.TextPattern;
import dev.covet.schema.Kind;
import dev.covet.schema.Limit;
import dev.covet.schema.ObjectSchema;
import dev.covet.schema.Property;
import dev.covet.schema.Schema;
import java.math.BigDecimal;

/** Reads, writes and checks {@link Item}. */
public final class ItemCodec implements Codec<Item> {
  /** The record as data. */
  public static final ObjectSchema SCHEMA =
      ObjectSchema.of(
          "Item",
          "golden.orders.Item",
          Property.of("sku", Schema.of(Kind.STRING, Limit.matches("^[A-Z]{3}-[0-9]{4}$"))),
          Property.of("qty", Schema.of(Kind.INT, Limit.atLeast("1"), Limit.atMost("1000"))),
          Property.of("price", Schema.of(Kind.DECIMAL, Limit.above("0"))));

  private static final Keys KEYS = Keys.of("sku", "qty", "price").require("sku", "qty", "price");

  private static final byte[] SKU = JsonWriter.encodeKey("sku");
  private static final byte[] QTY = JsonWriter.encodeKey("qty");
  private static final byte[] PRICE = JsonWriter.encodeKey("price");

  private static final TextPattern SKU_PATTERN = TextPattern.of("^[A-Z]{3}-[0-9]{4}$");

  /** Everything. */
  public static final Codec<Item> STORED = new ItemCodec();

  /** What clients send. */
  public static final Codec<Item> INPUT = STORED;

  /** What clients get. */
  public static final Codec<Item> OUTPUT = STORED;

  private ItemCodec() {}

  /** The codec of a view. */
  public static Codec<Item> of(View view) {
    return switch (view) {
      case INPUT -> INPUT;
      case OUTPUT -> OUTPUT;
      case STORED -> STORED;
    };
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
    return in.endObject() ? new Item(sku, qty, price) : null;
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

  private static void checkSku(Place at, String sku) {
    if (Constraints.notNull(at, sku)) {
      Constraints.pattern(at, sku, SKU_PATTERN);
    }
  }

  private static void checkQty(Place at, int qty) {
    Constraints.min(at, qty, 1);
    Constraints.max(at, qty, 1000);
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
}
