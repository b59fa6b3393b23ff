package tasks;

import dev.covet.api.Get;
import dev.covet.api.Page;
import dev.covet.api.Post;
import dev.covet.api.Put;
import dev.covet.api.Routes;
import dev.covet.api.Table;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Routes("/tasks")
final class Tasks {
  record Box<T>(
      T value,
      Thread worker) {} // error: COV-104 Thread has no codec

  record Sized<T>(
      @Size(max = 3) T value) {} // error: COV-105 @Size does not apply to java.lang.Integer

  record Grow<T>(
      T value,
      @Nullable Grow<Box<T>> more) {} // error: COV-104 A type that contains itself with ever more types has no codec

  @Get
  Page<?> any() { // error: COV-104 Page<?> has no codec: it does not name its type arguments
    return new Page<>(List.of(), 0);
  }

  @Get("/extends")
  Page<? extends Number> some() { // error: COV-104 Page<? extends Number> has no codec
    return new Page<>(List.of(), 0);
  }

  @SuppressWarnings("rawtypes")
  @Get("/raw")
  Page raw() { // error: COV-104 Page has no codec: it does not name its type arguments
    return new Page<>(List.of(), 0);
  }

  @Post
  int threads(
      Page<Thread> threads) { // error: COV-104 Thread has no codec
    return 1;
  }

  @Post("/boxes")
  int boxes(Box<String> box, @dev.covet.api.Query Sized<Integer> sized) {
    return 1;
  }

  @Put
  int blank(
      Page<@NotBlank Integer> page) { // error: COV-105 @NotBlank does not apply to java.lang.Integer
    return 1;
  }

  @Put("/grow")
  int grow(Grow<String> grow) {
    return 1;
  }
}
