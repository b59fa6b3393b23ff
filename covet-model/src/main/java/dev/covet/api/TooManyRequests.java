package dev.covet.api;

/** The client has sent too many requests (429). */
public final class TooManyRequests extends ApiError {
  private static final long serialVersionUID = 1;

  /** The error with a message for the client. */
  public TooManyRequests(String message) {
    super(message);
  }

  @Override
  public int status() {
    return 429;
  }

  @Override
  public String code() {
    return "TOO_MANY_REQUESTS";
  }
}
