package dev.covet.benchmarks.raw;

import dev.covet.base.json.JsonWriter;
import dev.covet.benchmarks.workload.Item;

/** Writes one of the items by hand. */
final class ItemBytes {
  private static final byte[] ID = JsonWriter.encodeKey("id");
  private static final byte[] SKU = JsonWriter.encodeKey("sku");
  private static final byte[] NAME = JsonWriter.encodeKey("name");
  private static final byte[] DESCRIPTION = JsonWriter.encodeKey("description");
  private static final byte[] CATEGORY = JsonWriter.encodeKey("category");
  private static final byte[] PRICE = JsonWriter.encodeKey("price");
  private static final byte[] STOCK = JsonWriter.encodeKey("stock");
  private static final byte[] ACTIVE = JsonWriter.encodeKey("active");

  private ItemBytes() {}

  static void write(JsonWriter out, Item item) {
    out.beginObject();
    out.field(ID, item.id());
    out.field(SKU, item.sku());
    out.field(NAME, item.name());
    out.field(DESCRIPTION, item.description());
    out.field(CATEGORY, item.category());
    out.field(PRICE, item.price());
    out.field(STOCK, item.stock());
    out.field(ACTIVE, item.active());
    out.endObject();
  }
}
