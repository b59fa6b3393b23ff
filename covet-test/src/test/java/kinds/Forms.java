package kinds;

import dev.covet.api.Body;
import dev.covet.api.Cookie;
import dev.covet.api.Default;
import dev.covet.api.Example;
import dev.covet.api.Form;
import dev.covet.api.Get;
import dev.covet.api.Name;
import dev.covet.api.Post;
import dev.covet.api.Routes;
import dev.covet.api.Scalar;
import dev.covet.api.Strict;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of forms and cookies. */
@Routes("/forms")
final class Forms {
  record Entry(
      @NotBlank @Size(max = 5) String title,
      @Nullable @Min(1) @Max(9) Integer rank,
      @Default("false") boolean open,
      @Default @Size(max = 3) List<Color> colors) {}

  @Strict
  record Span(@Name({"from", "since"}) LocalDate from, Optional<LocalDate> to) {}

  record Crumbs(
      @Nullable @Size(max = 5) String theme, @Default("1") long seen, @Nullable UUID id) {}

  @Scalar
  record Flag(boolean on) {}

  @SuppressWarnings("deprecation") // of a component it does have an effect
  record Mark(@Deprecated @Nullable @Example("3") @Min(1) Integer old, Flag sure) {}

  @Post("/mark")
  boolean mark(@Form Mark mark) {
    return mark.sure().on();
  }

  @Post("/fields")
  String fields(@Form int whole, @Form @Default("RED") Color color, @Form @Nullable Double real) {
    return "" + whole + color + real;
  }

  @Post("/maps")
  String maps(
      @Form @Example("{\"wide\":7}") @Size(min = 1, max = 3)
          Map<@Size(max = 4) String, @Min(1) Integer> rest,
      @Form @Default("RED") Color color,
      @Form @Default int[] sizes) {
    return "" + rest + color + Arrays.toString(sizes);
  }

  @Post("/records")
  String records(@Form Entry entry, @Form Span span) {
    return "" + entry + span;
  }

  @Post("/either")
  String either(@Body @Form Entry entry) {
    return entry.toString();
  }

  @Get("/cookies")
  String cookies(@Cookie Crumbs crumbs, @Cookie @Example("3") @Min(1) int size) {
    return "" + crumbs + size;
  }
}
