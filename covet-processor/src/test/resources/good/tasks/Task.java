package tasks;

import dev.covet.api.Case;
import dev.covet.api.Default;
import dev.covet.api.Flatten;
import dev.covet.api.JsonValue;
import dev.covet.api.Model;
import dev.covet.api.Name;
import dev.covet.api.Naming;
import dev.covet.api.ReadOnly;
import dev.covet.api.Strict;
import dev.covet.api.WriteOnly;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A thing to do: every kind of component, so too many for one method. */
@Model
@Strict
@Naming(Case.KEBAB_CASE)
public record Task(
    @ReadOnly UUID id,
    @Name({"title", "name"}) @NotBlank(message = "name it")
        @Pattern(regexp = "[a-z ]+", message = "use \"small\" letters")
        String title,
    @Default("todo") State state,
    @Default @Size(max = 3) List<@NotBlank @Size(max = 5, message = "a tag is short") String> tags,
    @Default List<@Size(max = 2) List<@Min(1) Integer>> grid,
    @Default List<List<Step>> steps,
    @Nullable LocalDate due,
    @ReadOnly @Name({"made", "created"}) Instant createdAt,
    @WriteOnly @Size(min = 4) String pin,
    @ReadOnly @WriteOnly @Nullable String inside,
    @Digits(integer = 4, fraction = 2) @DecimalMin("0.01") BigDecimal price,
    @Min(0) @Max(10) double weight,
    @Nullable @Positive Long count,
    @Default("5") long size,
    JsonValue extra,
    boolean done,
    @Nullable Step last,
    @Flatten Site site) {
  @AssertTrue(message = "an urgent task needs a due date")
  boolean urgentHasDue() {
    return state != State.URGENT || due != null;
  }

  /** Whether it is still to be done. */
  @ReadOnly
  boolean open() {
    return !done;
  }
}
