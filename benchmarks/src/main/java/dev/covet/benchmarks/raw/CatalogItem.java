package dev.covet.benchmarks.raw;

import dev.covet.base.json.JsonWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** One of the 100 records of {@code /items}. */
public record CatalogItem(
    int id,
    String sku,
    String name,
    String description,
    String category,
    BigDecimal price,
    int stock,
    boolean active) {
  public static final List<CatalogItem> ALL =
      IntStream.rangeClosed(1, 100).mapToObj(CatalogItem::of).toList();

  private static final byte[] ID = JsonWriter.encodeKey("id");
  private static final byte[] SKU = JsonWriter.encodeKey("sku");
  private static final byte[] NAME = JsonWriter.encodeKey("name");
  private static final byte[] DESCRIPTION = JsonWriter.encodeKey("description");
  private static final byte[] CATEGORY = JsonWriter.encodeKey("category");
  private static final byte[] PRICE = JsonWriter.encodeKey("price");
  private static final byte[] STOCK = JsonWriter.encodeKey("stock");
  private static final byte[] ACTIVE = JsonWriter.encodeKey("active");

  private static CatalogItem of(int i) {
    return new CatalogItem(
        i,
        "SKU-" + (1000 + i),
        "Item number " + i,
        "A description of item " + i + " that is long enough to look real",
        List.of("books", "games", "tools", "music").get(i % 4),
        new BigDecimal("9.99").add(new BigDecimal("0.25").multiply(BigDecimal.valueOf(i))),
        3 * i,
        i % 2 == 0);
  }

  public void write(JsonWriter out) {
    out.beginObject();
    out.field(ID, id);
    out.field(SKU, sku);
    out.field(NAME, name);
    out.field(DESCRIPTION, description);
    out.field(CATEGORY, category);
    out.field(PRICE, price);
    out.field(STOCK, stock);
    out.field(ACTIVE, active);
    out.endObject();
  }
}
