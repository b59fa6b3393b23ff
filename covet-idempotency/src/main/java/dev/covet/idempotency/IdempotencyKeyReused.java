package dev.covet.idempotency;

import dev.covet.api.ApiError;
import dev.covet.api.Status;

/** Another request had the same idempotency key. */
@Status(422)
public final class IdempotencyKeyReused extends ApiError {
  private static final long serialVersionUID = 1;

  /** The error, with what every client is told. */
  public IdempotencyKeyReused() {
    super("Another request had this Idempotency-Key; use a new one");
  }
}
