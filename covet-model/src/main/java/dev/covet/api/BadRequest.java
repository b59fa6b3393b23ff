package dev.covet.api;

/** The request is not understood (400). */
public final class BadRequest extends ApiError {
  private static final long serialVersionUID = 1;

  /** The error with a message for the client. */
  public BadRequest(String message) {
    super(message);
  }

  @Override
  public int status() {
    return 400;
  }

  @Override
  public String code() {
    return "BAD_REQUEST";
  }
}
