package dev.covet.api;

/** The request does not fit what is stored (409). */
public final class Conflict extends ApiError {
  private static final long serialVersionUID = 1;

  /** The error with a message for the client. */
  public Conflict(String message) {
    super(message);
  }

  @Override
  public int status() {
    return 409;
  }

  @Override
  public String code() {
    return "CONFLICT";
  }
}
