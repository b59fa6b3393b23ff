package dev.covet.benchmarks.workload;

import dev.covet.api.Default;
import dev.covet.api.Get;
import dev.covet.api.Post;
import dev.covet.api.Routes;
import dev.covet.api.Status;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import java.util.List;

/** The resource at which bad input is aimed. */
@Routes("/probe/items")
public final class Probe {
  /** A color. */
  public enum Color {
    RED,
    GREEN
  }

  /** A part of a thing. */
  public record Part(@NotBlank String sku, int n) {}

  /** A thing with a value of each kind. */
  public record Thing(
      @NotBlank String name,
      @Min(0) int qty,
      double price,
      LocalDate when,
      @Email String email,
      Color color,
      List<Part> lines) {}

  /** What was asked for. */
  public record Window(int limit, int offset) {}

  /** The same thing. */
  @Post("/{id}")
  @Status(201)
  Thing put(long id, Thing thing) {
    return thing;
  }

  /** The same window. */
  @Get
  Window list(int limit, @Default("0") @Min(0) int offset) {
    return new Window(limit, offset);
  }
}
