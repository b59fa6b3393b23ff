package drawing;

import dev.covet.api.Get;
import dev.covet.api.Post;
import dev.covet.api.Put;
import dev.covet.api.Routes;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives back what it gets. */
@Routes("/drawings")
public final class Drawings {
  record Layer(Shape first, @Nullable Shape second, List<Shape> others) {}

  @Post("/shape")
  Shape shape(Shape shape) {
    return shape;
  }

  @Post("/shapes")
  List<Shape> shapes(List<Shape> shapes) {
    return shapes;
  }

  @Post("/layer")
  Layer layer(Layer layer) {
    return layer;
  }

  @Post("/circle")
  Shape.Circle circle(Shape.Circle circle) {
    return circle;
  }

  @Put("/event")
  Event event(Event event) {
    return event;
  }

  @Get("/writing")
  Optional<Shape.Writing> writing() {
    return Optional.of(new Shape.Writing.TextLine("x"));
  }
}
