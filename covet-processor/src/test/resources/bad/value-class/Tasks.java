package tasks;

import dev.covet.api.Default;
import dev.covet.api.Get;
import dev.covet.api.Id;
import dev.covet.api.Post;
import dev.covet.api.Routes;
import dev.covet.api.Scalar;
import dev.covet.api.Table;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Routes("/tasks")
final class Tasks {
  @Scalar // error: COV-139 Point cannot be a scalar: it has 2 components
  record Point(int x, int y) {}

  @Scalar // error: COV-139 Nothing cannot be a scalar: it has 0 components
  record Nothing() {}

  @Scalar // error: COV-139 Tags cannot be a scalar: List<String> values is none
  record Tags(List<String> values) {}

  @Scalar // error: COV-139 Name cannot be a scalar: @Nullable String value is none
  record Name(@Nullable String value) {}

  @Scalar // error: COV-139 Outer cannot be a scalar: Tasks.Level inner is none
  record Outer(Level inner) {}

  @Scalar // error: COV-139 Ref cannot be a scalar: it has type parameters
  record Ref<T>(long value) {}

  @Scalar
  record Level(@Max(9) int value) {}

  @Scalar
  record Price(BigDecimal amount) {}

  @Table
  record Task(
      @Id long id,
      @Size(max = 3) Level level, // error: COV-105 @Size does not apply to tasks.Tasks.Level
      Price price) {} // error: COV-116 Column price is a decimal number

  @Get
  int list(
      @Default("10") // error: COV-106 "10" breaks @Max
          Level most,
      @Default("x") // error: COV-106 "x" is not a default for int
          Level least,
      Point near,
      Ref<Task> task) {
    return 1;
  }

  @Post
  Task add(Task task) {
    return task;
  }
}
