package club;

import dev.covet.api.ApiError;
import dev.covet.api.Status;

/** Somebody owes money: this error is made of more than a text. */
@Status(402)
public final class LateFee extends ApiError {
  private static final long serialVersionUID = 1L;

  LateFee(int amount) {
    super("You owe " + amount);
  }
}
