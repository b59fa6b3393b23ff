package dev.covet.benchmarks.workload;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** One of 100 fixed things that can be ordered. */
public record Item(
    int id,
    String sku,
    String name,
    String description,
    String category,
    BigDecimal price,
    int stock,
    boolean active) {
  private static final List<String> CATEGORIES = List.of("books", "games", "tools", "music");
  private static final BigDecimal PRICE_START = new BigDecimal("9.99");
  private static final BigDecimal PRICE_STEP = new BigDecimal("0.25");

  /** All of them, in the order of their ids. */
  public static final List<Item> ALL = IntStream.rangeClosed(1, 100).mapToObj(Item::of).toList();

  private static Item of(int i) {
    return new Item(
        i,
        "SKU-" + (1000 + i),
        "Item number " + i,
        "A description of item " + i + " that is long enough to look real",
        CATEGORIES.get(i % CATEGORIES.size()),
        PRICE_START.add(PRICE_STEP.multiply(BigDecimal.valueOf(i))),
        3 * i,
        i % 2 == 0);
  }
}
