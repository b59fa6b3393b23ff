package club;

import dev.covet.api.Default;
import dev.covet.api.Id;
import dev.covet.api.ReadOnly;
import dev.covet.api.WriteOnly;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** One of the club: something of each view. */
record Member(
    @Id long id,
    @NotBlank String fullName,
    @Nullable @Max(150) Integer age,
    @Default("GUEST") Rank rank,
    @WriteOnly @Nullable String pin) {
  @ReadOnly
  boolean grown() {
    return age != null && age >= 18;
  }
}
