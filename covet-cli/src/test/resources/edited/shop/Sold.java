package shop;

import dev.covet.api.ApiError;
import dev.covet.api.Status;

/** Somebody else has bought it. */
@Status(409)
final class Sold extends ApiError {
  private static final long serialVersionUID = 1;

  Sold(long id) {
    super("Item " + id + " is sold");
  }
}
