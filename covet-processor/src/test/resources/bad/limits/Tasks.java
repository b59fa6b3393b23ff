package tasks;

import dev.covet.api.Default;
import dev.covet.api.Get;
import dev.covet.api.Model;
import dev.covet.api.Query;
import dev.covet.api.Routes;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
      @DecimalMin("1e9999") BigDecimal bb, // error: COV-105 "1e9999" has more digits than a request
      @Pattern(regexp = "a", flags = Pattern.Flag.CANON_EQ) String cc, // error: COV-105 (?CANON_EQ)
      @Min(5) @Max(1) int c, // error: COV-105 No value satisfies both @Min and @Max
      @Positive @Max(0) long d, // error: COV-105 No value satisfies both @Positive and @Max
      @Min(5) @Max(5) int e,
      @NotEmpty @Size(max = 0) String ff, // error: COV-105 No value satisfies both @NotEmpty and @Size
      @NotBlank @Size(max = 0) String f, // error: COV-105 No value satisfies both @NotBlank and @Size
      @Default @NotBlank String g, // error: COV-106 @Default breaks @NotBlank, so a client that
      @Default @NotEmpty List<String> h) {} // error: COV-106 @Default breaks @NotEmpty

  @Model
  record Late(
      @Default("x") @Email String a, // error: COV-106 "x" breaks @Email
      @Default("x@y") @Email String b,
      @Default("1") @Null @Nullable Integer c, // error: COV-106 "1" breaks @Null
      @Default("9000-01-01") @Past LocalDate d, // error: COV-106 breaks @Past
      @Default("2000-01-01") @Past LocalDate e,
      @Default("9000-01-01T00:00:00Z") @PastOrPresent Instant f, // error: COV-106 breaks @PastOrPresent
      @Default("9000-01-01") @Future LocalDate g, // error: COV-106 breaks @Future
      @Default("9000-01-01") @FutureOrPresent LocalDate h) {} // error: COV-106 breaks @FutureOrPresent

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
