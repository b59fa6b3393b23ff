package kinds;

import dev.covet.api.Default;
import dev.covet.api.Id;
import dev.covet.api.Name;
import dev.covet.api.ReadOnly;
import dev.covet.api.References;
import dev.covet.api.Table;
import dev.covet.api.WriteOnly;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row that is created, changed and shown, each by a schema of its own. */
@Table
record Book(
    @Id long id,
    @NotBlank @Size(max = 8) String title,
    @Default("RED") Color color,
    @Nullable @PositiveOrZero @Max(999) Integer pages,
    @Digits(integer = 4, fraction = 2) @PositiveOrZero BigDecimal price,
    @Nullable LocalDate day,
    @Default List<@Size(max = 3) String> words,
    @Nullable Exact more,
    @Name({"code", "isbn"}) @Nullable String code,
    @WriteOnly @Size(max = 5) String note,
    @ReadOnly boolean lent,
    @Nullable @References(Rack.class) Long rackId) {
  @AssertTrue(message = "what is for free has no code")
  boolean isFreeWithoutCode() {
    return price.signum() != 0 || code == null;
  }

  @ReadOnly
  int size() {
    return title.length();
  }
}
