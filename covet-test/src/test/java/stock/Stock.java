package stock;

import dev.covet.api.Body;
import dev.covet.api.Changes;
import dev.covet.api.Cookie;
import dev.covet.api.Default;
import dev.covet.api.Form;
import dev.covet.api.Get;
import dev.covet.api.Header;
import dev.covet.api.Id;
import dev.covet.api.Invalid;
import dev.covet.api.Lifetime;
import dev.covet.api.Model;
import dev.covet.api.Name;
import dev.covet.api.NotFound;
import dev.covet.api.Patch;
import dev.covet.api.Post;
import dev.covet.api.Problem;
import dev.covet.api.Provided;
import dev.covet.api.Provides;
import dev.covet.api.Put;
import dev.covet.api.Query;
import dev.covet.api.Routes;
import dev.covet.api.Scalar;
import dev.covet.api.Status;
import dev.covet.api.Table;
import dev.covet.data.Session;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.Year;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives back what holds several values, as it was read. */
@Routes("/stock")
public final class Stock {
  /** How much of something is counted. */
  enum Unit {
    @Name("kg")
    KILOGRAM,
    @Name("pc")
    PIECE
  }

  record Item(String name, BigDecimal price) {}

  @SuppressWarnings("ArrayRecordComponent")
  record Held(
      @Default @Size(max = 3) Set<@NotBlank @Size(max = 5) String> tags,
      @Default SequencedSet<Instant> times,
      @Default Set<BigDecimal> numbers,
      @Default Set<Unit> units,
      @Default Set<Item> items,
      @Default Collection<Integer> any,
      @Default String[] words,
      @Default @Size(max = 2) int[] ints,
      @Default long[] longs,
      @Default double[] doubles,
      @Default Item[] offers,
      @Default List<@Nullable @Size(max = 3) String> gaps,
      @Default List<Set<Map<String, int[]>>> deep) {}

  record Prices(
      @Default @Size(max = 2) Map<@NotBlank @Size(max = 3) String, BigDecimal> prices,
      @Default Map<@NotBlank String, @Size(max = 3) List<@Min(1) Integer>> marks,
      @Default SequencedMap<@Max(9) Integer, Item> items,
      @Default Map<Unit, @Nullable Integer> units,
      @Default Map<LocalDate, String> days,
      @Default Map<UUID, Map<Boolean, Long>> deep) {}

  record Perhaps(
      Optional<String> note,
      Optional<@Min(1) Integer> count,
      Optional<Item> item,
      Optional<Set<Unit>> units) {}

  /** A key as others see it: a text. */
  @Scalar
  record Code(@Size(max = 3) String value) {}

  @Scalar
  record Weight(BigDecimal kilograms) {}

  @SuppressWarnings("ArrayRecordComponent")
  record Keys(
      @Default Map<Code, @Min(1) Integer> codes,
      @Default Map<Weight, Integer> weights,
      @Default Map<Character, Integer> chars,
      @Default Map<BigDecimal, Integer> decimals,
      @Default Map<Double, Integer> doubles,
      @Default Map<Instant, Integer> instants,
      @Default Map<Year, Integer> years,
      @Default Map<URI, Integer> links,
      @Default Map<Duration, Integer> lengths,
      @Default Map<Short, Integer> shorts,
      @Default Set<Code> set,
      @Default Set<Weight> scales,
      @Default Set<Period> periods,
      @Default List<byte[]> blobs,
      @Default Code[] array,
      @Default Set<Map<String, Integer>> maps,
      @Nullable Set<String> none,
      String @Nullable [] noArray) {}

  record Laid(@Default SequencedSet<Item> items, @Default SequencedMap<Code, Integer> byCode) {}

  /** Checks what its constructor gets. */
  @Model
  @SuppressWarnings("ArrayRecordComponent")
  record Checked(
      Map<@NotBlank @Size(max = 3) String, @Max(99) Integer> prices,
      @Size(min = 1) int[] sizes,
      Set<Code> codes,
      Optional<@Min(1) Integer> count) {
    Checked {
      Stock_CheckedCodec.check(prices, sizes, codes, count);
    }
  }

  @Table
  @SuppressWarnings("ArrayRecordComponent")
  record Crate(
      @Id long id,
      @Default Set<String> tags,
      @Default Map<String, @Min(0) Integer> counts,
      @NotEmpty int[] sizes) {}

  @Post("/held")
  Held held(Held held) {
    return held;
  }

  @Post("/prices")
  Prices prices(Prices prices) {
    return prices;
  }

  @Post("/perhaps")
  Perhaps perhaps(Perhaps perhaps) {
    return perhaps;
  }

  @Post("/keys")
  Keys keys(Keys keys) {
    return keys;
  }

  /** What is wrong with one that nobody has read. */
  @Get("/checked")
  List<Problem> checked() {
    try {
      return List.of(made());
    } catch (Invalid e) {
      return e.problems();
    }
  }

  private static Problem made() {
    var made =
        new Checked(Map.of("EURO", 100), new int[0], Set.of(new Code("long")), Optional.of(0));
    throw new IllegalStateException(made + " is wrong");
  }

  /** Whether something is in what nobody sent. */
  @Post("/laid")
  boolean laid(Laid laid) {
    return laid.items().contains(new Item("pen", BigDecimal.ONE))
        || laid.byCode().containsKey(new Code("a"));
  }

  /** Whether what is read refuses changes. */
  @Post("/fixed")
  boolean fixed(Held held) {
    return Stream.<Runnable>of(
            held.tags()::clear, held.any()::clear, held.gaps()::clear, held.times()::removeFirst)
        .allMatch(Stock::isRefused);
  }

  private static boolean isRefused(Runnable change) {
    try {
      change.run();
      return false;
    } catch (UnsupportedOperationException _) {
      return true;
    }
  }

  @Get("/sets")
  String sets(
      @Default Set<Unit> unit,
      @Nullable @Size(max = 2) SequencedSet<@NotBlank String> tag,
      @Default Set<Weight> weight,
      @Default Collection<Integer> any,
      @Header @Default Set<Code> codes) {
    return unit + " " + tag + " " + weight + " " + any + " " + codes;
  }

  @Get("/arrays")
  String arrays(
      @Size(max = 2) int[] id,
      @Default String[] tag,
      Code @Nullable [] code,
      Optional<long[]> big,
      @Header @Default Unit[] units,
      @Cookie @Default double[] rates) {
    return "%s %s %s %s %s %s"
        .formatted(
            Arrays.toString(id),
            Arrays.toString(tag),
            Arrays.toString(code),
            big.map(Arrays::toString),
            Arrays.toString(units),
            Arrays.toString(rates));
  }

  @Post("/arrays")
  String picks(@Form @Size(min = 2) Integer[] page, @Provided Picked picked) {
    return Arrays.toString(page) + Arrays.toString(picked.codes());
  }

  /** What a service takes of a query. */
  @SuppressWarnings("ArrayRecordComponent")
  record Picked(Code[] codes) {}

  @Provides(Lifetime.REQUEST)
  static Picked picked(@Query("code") @Default Code[] codes) {
    return new Picked(codes);
  }

  @Post("/form")
  String form(@Form Set<String> tag, Optional<Set<Integer>> page) {
    return tag + " " + page;
  }

  @Post("/bare")
  SequencedMap<String, Item> bare(@NotEmpty @Size(max = 2) Map<@Size(max = 3) String, Item> items) {
    var all = new LinkedHashMap<String, Item>();
    items.forEach(all::put);
    return all;
  }

  @Put("/units")
  Set<Unit> units(@Body Set<Unit> units) {
    return units;
  }

  @Patch("/prices")
  Prices change(Changes<Prices> changes) {
    return changes.apply(
        new Prices(
            Map.of("EUR", BigDecimal.ONE),
            Map.of(),
            new LinkedHashMap<>(),
            Map.of(),
            Map.of(),
            Map.of()));
  }

  @Post("/crates")
  @Status(201)
  Crate create(Crate crate, Session db) {
    return db.insert(Stock_CrateTable.CRATE, crate);
  }

  @Patch("/crates/{id}")
  Crate update(long id, Changes<Crate> changes, Session db) throws NotFound {
    return db.update(Stock_CrateTable.CRATE, id, changes);
  }

  /** A row that a program has made, with a wrong value in a map. */
  @Post("/crates/wrong")
  Crate wrong(Session db) {
    return db.insert(
        Stock_CrateTable.CRATE, new Crate(0, Set.of(), Map.of("a", -1), new int[] {1}));
  }

  @Get("/crates")
  List<Crate> crates(Session db) {
    return db.from(Stock_CrateTable.CRATE).list();
  }
}
