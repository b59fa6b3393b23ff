package drawing;

import dev.covet.api.Case;
import dev.covet.api.Discriminator;
import dev.covet.api.Model;
import dev.covet.api.Naming;

/** What happens to a drawing. */
@Model
@Discriminator("event-kind")
@Naming(Case.SNAKE_CASE)
public sealed interface Event {
  /** One more. */
  record ShapeAdded(Shape newShape) implements Event {}

  /** One less. */
  record ShapeGone(int placeInDrawing) implements Event {}
}
