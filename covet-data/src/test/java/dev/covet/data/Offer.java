package dev.covet.data;

import dev.covet.api.Id;
import dev.covet.api.ReadOnly;
import dev.covet.api.Table;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.List;

/** Something at a price between two limits; a record with a rule and one that is nested. */
@Table
record Offer(
    @Id long id,
    @NotBlank String name,
    @Min(0) int low,
    @Min(0) int high,
    @ReadOnly String origin,
    Terms terms) {
  /** How it is delivered. */
  record Terms(int days, List<String> places) {
    Terms {
      places = List.copyOf(places);
    }
  }

  @AssertTrue(message = "low must not be above high")
  boolean isOrdered() {
    return low <= high;
  }
}
