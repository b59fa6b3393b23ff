package kinds;

import dev.covet.api.Default;
import dev.covet.api.Get;
import dev.covet.api.Header;
import dev.covet.api.Paging;
import dev.covet.api.Query;
import dev.covet.api.Routes;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of path, query and headers. */
@Routes("/queries")
final class Queries {
  @Get("/numbers")
  String numbers(
      int whole,
      @Min(1) @Max(9) @Default("3") int few,
      @Nullable Long big,
      Optional<Double> real,
      @Nullable @Digits(integer = 3, fraction = 2) BigDecimal price) {
    return "" + whole + few + big + real + price;
  }

  @Get("/clocks")
  Clocks clocks(@Query Clocks clocks) {
    return clocks;
  }

  @Get("/labels")
  String label(Optional<Label> label) {
    return label.map(Label::value).orElse("none");
  }

  @Get("/flags")
  String flags(boolean on, @Default("false") boolean off) {
    return "" + on + off;
  }

  @Get("/texts")
  String texts(
      String plain,
      @NotBlank @Size(max = 5) String filled,
      @Nullable @Pattern(regexp = "[a-z]+") String pattern,
      @Default String empty) {
    return plain + filled + pattern + empty;
  }

  @Get("/scalars")
  String scalars(UUID id, LocalDate day, Instant moment, Color color, @Default("RED") Color other) {
    return "" + id + day + moment + color + other;
  }

  @Get("/lists")
  String lists(
      List<Integer> some,
      @Default @Size(max = 3) List<@Size(max = 2) String> perhaps,
      @Nullable List<Color> colors) {
    return "" + some + perhaps + colors;
  }

  @Get("/arrays")
  String arrays(
      int[] some,
      @Default @Size(max = 3) Label[] labels,
      Color @Nullable [] colors,
      @Default @Header long[] xMany) {
    return Arrays.toString(some)
        + Arrays.toString(labels)
        + Arrays.toString(colors)
        + Arrays.toString(xMany);
  }

  @Get("/maps")
  String map(
      @Query @Size(max = 3) Map<@Size(max = 4) String, @Size(max = 3) String> rest,
      @Default("1") int page) {
    return "" + rest + page;
  }

  @Get("/maps/lists")
  String mapOfLists(
      @Nullable @Query Map<String, @Size(max = 2) List<@Min(1) Integer>> rest, Filter filter) {
    return "" + rest + filter;
  }

  @Get("/maps/colors")
  String colors(@Query @NotEmpty Map<String, Color> colors) {
    return colors.toString();
  }

  @Get("/records")
  String records(Filter filter, Paging paging) {
    return "" + filter + paging;
  }

  @Get("/headers")
  String headers(
      @Header int xCount,
      @Nullable @Header @Size(max = 5) String xText,
      @Default("RED") @Header Color xColor,
      @Default @Header List<Integer> xMany) {
    return "" + xCount + xText + xColor + xMany;
  }

  @Get("/authorized")
  String authorized(@Header String authorization) {
    return authorization;
  }

  @Get("/authorized/perhaps")
  String perhaps(@Nullable @Header String authorization) {
    return "" + authorization;
  }

  @Get("/limits")
  String limits(
      @Negative int below,
      @NegativeOrZero @Default("0") double notAbove,
      @PositiveOrZero long notBelow,
      @DecimalMax("10.5") BigDecimal most,
      @Past @Nullable LocalDate was,
      @FutureOrPresent @Nullable Instant comes) {
    return "" + below + notAbove + notBelow + most + was + comes;
  }

  @Get("/path/{whole}/{text}/{id}/{day}/{color}/{flag}")
  String path(
      @Max(99) int whole,
      @Size(max = 4) String text,
      UUID id,
      LocalDate day,
      Color color,
      boolean flag) {
    return "" + whole + text + id + day + color + flag;
  }

  @Get("/files/{name}")
  String file(String name) {
    return name;
  }

  @Get("/files/{path...}")
  String files(String path) {
    return path;
  }
}
