package hello;

import dev.covet.api.Default;
import dev.covet.api.Get;
import dev.covet.api.Routes;
import dev.covet.app.Covet;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

@Routes
final class Hello {
  record Greeting(String text, int times) {}

  /** Greets somebody by name. */
  @Get("/hello/{name}")
  Greeting greet(String name, @Min(1) @Max(10) @Default("1") int times) {
    return new Greeting("Hello, " + name + "!", times);
  }

  static void main(String[] args) {
    Covet.app().add(Hello.class).run(args);
  }
}
