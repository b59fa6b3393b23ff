package tasks;

import dev.covet.api.Invalid;
import jakarta.validation.constraints.NotBlank;

/** One step, whose components are called as variables of the codec are. */
public record Step(@NotBlank String in, int key) {
  public Step {
    StepCodec.check(in, key);
    switch (key) {
      case 13 -> throw new IllegalArgumentException("secret text");
      case 14 -> throw new NullPointerException();
      case 15 -> throw Invalid.at("key", "odd", "must not be 15");
      case 16 -> throw new IllegalStateException("a fault of the record");
      default -> {}
    }
  }
}
