package shop;

import dev.covet.api.ApiError;
import dev.covet.api.Status;

/** The shop is closed. */
@Status(423)
public final class ShopClosed extends ApiError {
  private static final long serialVersionUID = 1;

  /** Closed. */
  public ShopClosed() {
    super("Come back tomorrow");
  }
}
