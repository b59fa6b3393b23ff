package tasks;

import dev.covet.api.Default;
import dev.covet.api.Get;
import dev.covet.api.Model;
import dev.covet.api.Query;
import dev.covet.api.Routes;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

@Routes("/tasks")
final class Tasks {
  @Model
  record Task(
      @Pattern(regexp = "[") String code, // error: COV-105 @Pattern cannot be checked: "[" is no
      @Pattern(regexp = "a # (", flags = Pattern.Flag.COMMENTS) String comment,
      @Size(min = 3, max = 1) String name, // error: COV-105 its min, 3, is above its max, 1
      List<@Size(min = -1) String> tags, // error: COV-105 @Size cannot be checked: a size is never
      @Digits(integer = -1, fraction = 2) BigDecimal a, // error: COV-105 digits is never negative
      @DecimalMin("x") BigDecimal b, // error: COV-105 @DecimalMin cannot be checked: "x" is no
      @Min(5) @Max(1) int c, // error: COV-105 No value satisfies both @Min and @Max
      @Positive @Max(0) long d, // error: COV-105 No value satisfies both @Positive and @Max
      @Min(5) @Max(5) int e,
      @NotEmpty @Size(max = 0) String ff, // error: COV-105 No value satisfies both @NotEmpty and @Size
      @NotBlank @Size(max = 0) String f, // error: COV-105 No value satisfies both @NotBlank and @Size
      @Default @NotBlank String g, // error: COV-106 @Default breaks @NotBlank, so a client that
      @Default @NotEmpty List<String> h) {} // error: COV-106 @Default breaks @NotEmpty

  @Query
  record Filter(
      @Default("0") @Positive int size) {} // error: COV-106 "0" breaks @Positive

  @Get
  int get(
      Filter filter,
      @Default("300") @Max(10) int m, // error: COV-106 "300" breaks @Max, so a client that
      @Default("10") @Max(10) int n,
      @Default("abc") @Size(max = 2) String o, // error: COV-106 "abc" breaks @Size
      @Default("abc") @Pattern(regexp = "[a-z]") String p, // error: COV-106 "abc" breaks @Pattern
      @Min(5) @Max(1) int q, // error: COV-105 No value satisfies both @Min and @Max
      Optional<@Pattern(regexp = "(") String> r) { // error: COV-105 @Pattern cannot be checked
    return 1;
  }
}
