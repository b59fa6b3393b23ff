package kinds;

import dev.covet.api.Body;
import dev.covet.api.Changes;
import dev.covet.api.Default;
import dev.covet.api.Get;
import dev.covet.api.Guard;
import dev.covet.api.Page;
import dev.covet.api.Paging;
import dev.covet.api.Patch;
import dev.covet.api.Post;
import dev.covet.api.Routes;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What holds others, is one of others, or is made for others. */
@Routes("/shapes")
final class Shapes {
  /** Several values in arrays. */
  @SuppressWarnings("ArrayRecordComponent")
  record Plain(
      @Size(min = 1, max = 3) int[] counts,
      @Default Label[] labels,
      @Default Exact[] exact,
      @Default double[] rates,
      Color @Nullable [] colors,
      @Default @Nullable String[] gaps) {}

  @Post("/kept")
  Kept kept(Kept kept) {
    return kept;
  }

  @Patch("/kept")
  Kept change(Changes<Kept> changes) {
    return changes.apply(
        new Kept(
            Set.of(),
            new java.util.LinkedHashSet<>(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            List.of(),
            Optional.empty()));
  }

  @Post("/maps")
  Map<String, Figure> map(@Body @Size(max = 3) Map<@Size(max = 4) String, Figure> map) {
    return map;
  }

  @Post("/sets")
  Set<Integer> set(@Body Set<@Min(1) Integer> set) {
    return set;
  }

  @Post("/arrays")
  Plain plain(Plain plain) {
    return plain;
  }

  @Post("/arrays/bare")
  String[] words(@Body @Size(max = 3) String[] words) {
    return words;
  }

  @Post("/figures")
  Figure figure(Figure figure) {
    return figure;
  }

  @Post("/pairs")
  Pair<String, Pair<@Min(1) Integer, Figure>> pair(
      Pair<@Size(max = 3) String, Pair<@Min(1) Integer, Figure>> pair) {
    return pair;
  }

  @Get("/pages")
  Page<Pair<String, Integer>> page(Paging paging) {
    return new Page<>(List.of(new Pair<>("a", paging.limit())), 1);
  }

  @Get("/parts")
  @Guard(OddDays.class)
  int part(@Twelve int part, @Default("2") @Twelve(of = 20) int other) {
    return part + other;
  }
}
