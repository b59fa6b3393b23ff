package shop;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import java.util.List;

/** The resource of the tables of beyond.md. */
public record Item(
    @NotBlank String name,
    @Min(0) int qty,
    double price,
    LocalDate when,
    @Email String email,
    Color color,
    List<Line> lines) {
  /** A part of an item. */
  public record Line(@NotBlank String sku, int n) {}
}
