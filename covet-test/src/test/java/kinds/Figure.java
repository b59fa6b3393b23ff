package kinds;

import dev.covet.api.Default;
import dev.covet.api.Discriminator;
import dev.covet.api.Example;
import dev.covet.api.Name;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;

/** One of several. */
@Discriminator("kind")
sealed interface Figure {
  /** Round. */
  record Disc(@Example("2") @Positive double radius) implements Figure {}

  /** Holds others. */
  @Name("crate")
  record Box(@Min(1) int width, @Default @Size(max = 2) List<Figure> inside) implements Figure {}

  /** Holds nothing. */
  record Dot() implements Figure {}
}
