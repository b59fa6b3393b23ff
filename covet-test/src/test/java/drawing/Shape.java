package drawing;

import dev.covet.api.Name;
import dev.covet.api.ReadOnly;
import dev.covet.api.Strict;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a drawing is made of. */
public sealed interface Shape {
  /** As round as can be. */
  record Circle(@Positive double radius, @Nullable String label) implements Shape {}

  /** A square. */
  @Strict
  @Name({"square", "box"})
  record Square(double side) implements Shape {
    @ReadOnly
    double area() {
      return side * side;
    }
  }

  /** Several as one. */
  record Group(@Size(max = 3) List<Shape> shapes) implements Shape {}

  /** Nothing at all. */
  record Nothing() implements Shape {}

  /** What is written. */
  sealed interface Writing extends Shape {
    /** A text. */
    record TextLine(@NotBlank String text) implements Writing {}
  }
}
