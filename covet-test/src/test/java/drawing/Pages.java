package drawing;

import dev.covet.api.Default;
import dev.covet.api.Flatten;
import dev.covet.api.Get;
import dev.covet.api.Name;
import dev.covet.api.Page;
import dev.covet.api.Post;
import dev.covet.api.Put;
import dev.covet.api.Query;
import dev.covet.api.ReadOnly;
import dev.covet.api.Routes;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives back generic records. */
@Routes("/pages")
public final class Pages {
  record Hero(@NotBlank String name) {}

  record Team(int size) {}

  /** Two values. */
  record Pair<A, B>(A left, @Name("other") B right) {
    @ReadOnly
    boolean alike() {
      return left.equals(right);
    }
  }

  record Box<T extends @Nullable Object>(T value) {}

  record Range<T extends Comparable<T>>(T least, T most) {
    @AssertTrue(message = "least comes first")
    boolean ordered() {
      return least.compareTo(most) <= 0;
    }
  }

  record Tree<T>(T value, @Default List<Tree<T>> children) {}

  record Named<T>(@Size(max = 5) String title, @Flatten T content, @Nullable T other) {}

  /** Two kinds of record that hold each other. */
  record Folder<T>(@Default List<Entry<T>> entries) {}

  record Entry<T>(T value, @Nullable Folder<T> inside) {}

  @Query
  record Filter<T>(@Nullable T least, @Default List<T> some) {}

  /** What came of it. */
  sealed interface Result<T> {
    record Done<T>(T value) implements Result<T> {}

    record Failed<T>(@NotBlank String why, @Nullable Result<T> before) implements Result<T> {}
  }

  @Post("/result")
  Result<Hero> result(Result<Hero> result) {
    return result;
  }

  @Post("/heroes")
  Page<Hero> heroes(Page<Hero> page) {
    return page;
  }

  @Post("/pairs")
  Page<Pair<Hero, Team>> pairs(Page<Pair<Hero, Team>> page) {
    return page;
  }

  @Post("/boxes")
  List<Box<String>> boxes(List<Box<@NotBlank String>> boxes) {
    return boxes;
  }

  @Post("/lists")
  Box<List<Integer>> lists(Box<List<@Min(1) Integer>> box) {
    return box;
  }

  @Post("/maybe")
  Box<@Nullable String> maybe(Box<@Nullable String> box) {
    return box;
  }

  @Post("/range")
  Range<Long> range(Range<Long> range) {
    return range;
  }

  @Post("/tree")
  Tree<Shape> tree(Tree<Shape> tree) {
    return tree;
  }

  @Post("/folder")
  Folder<Integer> folder(Folder<Integer> folder) {
    return folder;
  }

  @Post("/named")
  Named<Hero> named(Named<Hero> named) {
    return named;
  }

  @Get
  Filter<Integer> filtered(Filter<Integer> filter) {
    return filter;
  }

  @Put
  Optional<Box<Page<String>>> boxed(Box<Page<String>> box) {
    return Optional.of(box);
  }
}
